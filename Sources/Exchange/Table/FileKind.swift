/// The kinds of files that are taken in.
package enum FileKind: String, CaseIterable, Hashable, Sendable {
    case register
    case interviews
    case placements
    case provision
    case followUps = "follow-ups"
    case training

    /// What one file of the kind is called.
    package var noun: String {
        switch self {
        case .register: "register"
        case .interviews: "list of interviews"
        case .placements: "list of placements"
        case .provision: "list of provision"
        case .followUps: "list of follow-ups"
        case .training: "list of training"
        }
    }

    /// The name of the list of its columns.
    package var columnList: String { "\(rawValue)-columns" }
}
