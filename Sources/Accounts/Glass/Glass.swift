package import CivilDate
package import Intervention
package import Vault

/// A record that somebody opened in an emergency.
package struct Glass: Hashable, Sendable {
    /// Who.
    package let account: AccountID
    /// Their code.
    package let actor: String
    /// Which episode.
    package let episode: EpisodeID
    /// Since when.
    package let openedAt: Instant
    /// Until when: when it ends by itself, or was closed before.
    package let until: Instant
    /// Why, sealed.
    package let reason: SealedNarrative
    /// Who looked into it afterwards; nil while nobody has.
    package let reviewedBy: String?
}
