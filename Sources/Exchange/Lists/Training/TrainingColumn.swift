/// A column of a list of training and briefings. The names are the file's.
package enum TrainingColumn: String, ListColumn {
    case team
    case what = "kind"
    case on
    case staff
    case audience
    case ref
    case attended

    /// The kind of file.
    package static let kind = FileKind.training

    /// The place of each column, from 0.
    package static let positions = places()

    /// The columns that say whose row it is.
    package static let owners = [TrainingColumn.team]

    /// The columns that say which of its owner's rows it is.
    package static let identity = [TrainingColumn.what, .on, .staff, .audience, .ref]

    /// Whether every row must have a value.
    package var isRequired: Bool {
        switch self {
        case .team, .what, .on: true
        case .staff, .audience, .ref, .attended: false
        }
    }

    /// What stands in the column, in a few words.
    package var meaning: String {
        switch self {
        case .team: "The code of the team"
        case .what: "A training that the team's model asks for, `booster`, `other`, or `\(TrainingRow.briefing)`"
        case .on: "The day on which it was completed or given, YYYY-MM-DD"
        case .staff: "Who completed the training: the code of a member of staff"
        case .audience: "Whom the briefing was for, a code of the list `briefing-audience`"
        case .ref: "What tells briefings of one audience and day apart: a code of your own"
        case .attended: "How many people came to the briefing, 1 to 10000"
        }
    }
}
