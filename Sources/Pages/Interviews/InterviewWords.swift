import Intervention
import Practice

extension AttemptOutcome {
    /// What came of it, as people read it.
    package var title: String {
        switch self {
        case .noAnswer: "Nobody answered"
        case .engaged: "Engaged"
        case .wrongNumber: "The number is wrong"
        case .interpreterNeeded: "An interpreter is needed"
        case .callBack: "Ring again at another time"
        case .refused: "The carer does not want this interview"
        }
    }
}

extension DayPart {
    /// As people read it.
    package var title: String { "In the \(rawValue)" }
}

extension Respondent {
    /// As people read it.
    package var title: String { rawValue.replacing("-", with: " ").capitalizedFirst }
}

extension InterviewDue.Standing {
    /// As a heading.
    var title: String {
        switch self {
        case .overdue: "Overdue"
        case .open: "Open"
        case .upcoming: "Upcoming"
        }
    }
}
