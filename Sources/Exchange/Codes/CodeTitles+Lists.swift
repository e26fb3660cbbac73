import Intervention

// The words of lists, said for people.

extension InterviewResult {
    var title: String {
        switch self {
        case .completed: "Held and answered"
        case .refused: "The family did not want it"
        case .unreachable: "Nobody could be reached"
        }
    }
}

extension Respondent {
    var title: String {
        switch self {
        case .mother: "Mother"
        case .father: "Father"
        case .carer: "Another carer at home"
        case .kinCarer: "Carer of the wider family"
        case .fosterCarer: "Foster carer"
        case .keyWorker: "Key worker of a home"
        case .other: "Somebody else"
        }
    }
}
