/// A column of a list of provision by social care. The names are the file's.
package enum ProvisionColumn: String, SpellColumn {
    case childRef = "child_ref"
    case episodeRef = "episode_ref"
    case provided = "kind"
    case startedOn = "started_on"
    case endedOn = "ended_on"

    package static let kind = FileKind.provision

    package static let positions = places()

    package static let identity = [ProvisionColumn.provided, .startedOn]

    package var isRequired: Bool { self == .provided || self == .startedOn }

    package var ownMeaning: String { "What social care provided, a code of the list `provision-kind`" }
}
