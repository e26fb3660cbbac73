/// The columns of a list of spells of children: whose, from when and until when, and what else there is to tell.
package protocol SpellColumn: ListColumn {
    /// The site's own reference of the child.
    static var childRef: Self { get }
    /// The reference of one of the child's episodes, which stands in for that of the child.
    static var episodeRef: Self { get }
    /// The first day.
    static var startedOn: Self { get }
    /// The first day on which it no longer lasts; empty while it does.
    static var endedOn: Self { get }
    /// What stands in a column that no other list of spells has, in a few words.
    var ownMeaning: String { get }
}

extension SpellColumn {
    /// The columns that say whose row it is.
    package static var owners: [Self] { [childRef, episodeRef] }

    /// A row names its child by one of the two.
    package static var alternatives: [Self] { [childRef, episodeRef] }

    /// What stands in a column, in a few words.
    package var meaning: String {
        switch self {
        case Self.childRef: "The reference of the child, as in the register; or episode_ref"
        case Self.episodeRef: "The reference of an episode of the child, as in the register; or child_ref"
        case Self.startedOn: "The first day, YYYY-MM-DD"
        case Self.endedOn: "The first day on which it no longer lasts, YYYY-MM-DD; empty while it lasts"
        default: ownMeaning
        }
    }
}
