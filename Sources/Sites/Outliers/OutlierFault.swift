import CivilDate
import Intervention

/// Why a step of an outlier cannot be taken.
package enum OutlierFault: Error, Hashable, Sendable {
    /// There is no outlier of that number here.
    case unknown(OutlierNumber)
    /// The step does not follow on where it stands.
    case outOfTurn(OutlierNumber, Outlier.Standing)
    /// The site has not answered, and still has time to.
    case unanswered(OutlierNumber, due: CivilDate)
    /// The text cannot stand in a list; what is wrong with it.
    case badNote(flaw: String)
}

extension OutlierFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .unknown(let number): "there is no outlier \(number) here; `homeward outlier list` shows those there are"
        case .outOfTurn(let number, let standing):
            switch standing {
            case .open: "outlier \(number) waits for its site's answer; decide about it before it is published"
            case .answered: "outlier \(number) is answered; decide about it before it is published"
            case .decided: "outlier \(number) is decided already; publish it, or take it back"
            case .published: "outlier \(number) is published; what was published stays"
            case .withdrawn: "outlier \(number) was taken back; nothing more follows"
            }
        case .unanswered(let number, let due):
            "the site of outlier \(number) has until \(due) to answer; decide when it did, or after that day"
        case .badNote(let flaw): "the text cannot be kept: \(flaw)"
        }
    }
}
