import Intervention

/// A column of a list of follow-ups. The names are the file's.
package enum FollowUpColumn: String, ListColumn {
    case episodeRef = "episode_ref"
    case month
    case heldOn = "held_on"
    case status
    case atHome = "at_home"
    case inSchoolOrWork = "in_school_or_work"
    case noNewArrests = "no_new_arrests"
    case outcomes

    /// The kind of file.
    package static let kind = FileKind.followUps

    /// The place of each column, from 0.
    package static let positions = places()

    /// The columns that say whose row it is.
    package static let owners = [FollowUpColumn.episodeRef]

    /// The columns that say which of its owner's rows it is.
    package static let identity = [FollowUpColumn.month, .heldOn]

    /// Whether every row must have a value.
    package var isRequired: Bool {
        switch self {
        case .episodeRef, .month, .heldOn, .status: true
        case .atHome, .inSchoolOrWork, .noNewArrests, .outcomes: false
        }
    }

    /// What stands in the column, in a few words.
    package var meaning: String {
        switch self {
        case .episodeRef: "The reference of the episode, as in the register"
        case .month: "How many months after the closing it was due: a code of the list `follow-up-month`"
        case .heldOn: "The day on which it was held or attempted, YYYY-MM-DD"
        case .status: "What became of it: a code of the list `follow-up-status`"
        case .atHome: "Living at home: yes, no or unknown; empty when not asked"
        case .inSchoolOrWork: "In school, training or work: yes, no or unknown; empty when not asked"
        case .noNewArrests: "Not arrested for a new offence: yes, no or unknown; empty when not asked"
        case .outcomes: "The model's further outcomes, as `key=yes` with ; between; `homeward model show` has the keys"
        }
    }

    /// The columns that have an outcome of their own.
    static let answers: [FollowUpColumn: OutcomeKey] = [
        .atHome: .atHome, .inSchoolOrWork: .inSchoolOrWork, .noNewArrests: .noNewArrests,
    ]

    /// The column in which an outcome stands.
    static func column(of outcome: OutcomeKey) -> FollowUpColumn {
        answers.first { $0.value == outcome }?.key ?? .outcomes
    }
}
