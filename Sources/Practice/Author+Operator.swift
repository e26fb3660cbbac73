import EpisodeStore
import Intervention

extension Author {
    /// Whoever works at the command line.
    package static let `operator`: Author = {
        guard let code = StaffCode("operator") else { preconditionFailure("'operator' is a code") }
        return Author(code)
    }()

    /// A carer who answers through a link of their own: it stands for nobody by name.
    static let carerLink: Author = {
        guard let code = StaffCode("carer-link") else { preconditionFailure("'carer-link' is a code") }
        return Author(code)
    }()

    /// The box that returns of measures of staff are taken from: it stands for no rater.
    package static let measureBox: Author = {
        guard let code = StaffCode("measure-box") else { preconditionFailure("'measure-box' is a code") }
        return Author(code)
    }()
}
