/// A column of a list of placements. The names are the file's.
package enum PlacementColumn: String, SpellColumn {
    case childRef = "child_ref"
    case episodeRef = "episode_ref"
    case setting
    case startedOn = "started_on"
    case endedOn = "ended_on"
    case reason

    /// The kind of file.
    package static let kind = FileKind.placements

    /// The place of each column, from 0.
    package static let positions = places()

    /// The columns that say which of its owner's rows it is.
    package static let identity = [PlacementColumn.startedOn]

    /// Whether every row must have a value.
    package var isRequired: Bool { self == .setting || self == .startedOn }

    /// What stands in a column that no other list of spells has, in a few words.
    package var ownMeaning: String {
        switch self {
        case .setting: "Where the child lived, a code of the list `settings`"
        case .reason: "Why it began, a code of the list `placement-reason`"
        case .childRef, .episodeRef, .startedOn, .endedOn: ""
        }
    }
}
