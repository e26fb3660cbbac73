import EpisodeStore
import Intervention

extension Author {
    /// Whoever works at the command line.
    package static let `operator`: Author = {
        guard let code = StaffCode("operator") else { preconditionFailure("'operator' is a code") }
        return Author(code)
    }()
}
