import CivilDate
import Intervention

/// A record that was opened in an emergency, as it is shown to whoever looks into it.
package struct OpenedRecord: Hashable, Sendable {
    /// The episode.
    package let episode: EpisodeID
    /// The site's reference of it; nil when it has none, or the asker is barred from it.
    package let ref: EpisodeRef?
    /// The code of the account that opened it.
    package let actor: String
    /// Since when.
    package let openedAt: Instant
    /// Until when.
    package let until: Instant
    /// Why, in words; nil when they were erased, or the asker sees no words.
    package let reason: String?
    /// Who looked into it; nil while nobody has.
    package let reviewedBy: String?
}
