/// A column of a list of placements. The names are the file's.
package enum PlacementColumn: String, SpellColumn {
    case childRef = "child_ref"
    case episodeRef = "episode_ref"
    case setting
    case startedOn = "started_on"
    case endedOn = "ended_on"
    case reason

    package static let kind = FileKind.placements

    package static let positions = places()

    package static let identity = [PlacementColumn.startedOn]

    package var isRequired: Bool { self == .setting || self == .startedOn }

    package var ownMeaning: String {
        switch self {
        case .setting: "Where the child lived, a code of the list `settings`"
        case .reason: "Why it began, a code of the list `placement-reason`"
        case .childRef, .episodeRef, .startedOn, .endedOn: ""
        }
    }
}
