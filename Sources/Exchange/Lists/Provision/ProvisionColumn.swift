/// A column of a list of provision by social care. The names are the file's.
package enum ProvisionColumn: String, SpellColumn {
    case childRef = "child_ref"
    case episodeRef = "episode_ref"
    case provided = "kind"
    case startedOn = "started_on"
    case endedOn = "ended_on"

    /// The kind of file.
    package static let kind = FileKind.provision

    /// The place of each column, from 0.
    package static let positions = places()

    /// The columns that say which of its owner's rows it is.
    package static let identity = [ProvisionColumn.provided, .startedOn]

    /// Whether every row must have a value.
    package var isRequired: Bool { self == .provided || self == .startedOn }

    /// What stands in a column that no other list of spells has, in a few words.
    package var ownMeaning: String { "What social care provided, a code of the list `provision-kind`" }
}
