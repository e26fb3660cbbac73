import CivilDate
import Intervention

/// Everything that is known of one occurrence.
package struct OccurrenceSheet: Hashable, Sendable {
    /// One time that somebody began it.
    package struct Attempt: Hashable, Sendable {
        /// The number of the claim.
        package let fence: Int64
        /// What became known later was not looked at.
        package let knownAt: Instant
        /// When it was begun.
        package let startedAt: Instant
        /// When it ended; nil while it goes on.
        package let endedAt: Instant?
        /// `done`, `failed` or `lost`; nil while it goes on.
        package let outcome: String?
        /// How many rows it changed.
        package let changed: Int
        /// Why it failed.
        package let reason: String?
    }

    /// One message that it made.
    package struct Sent: Hashable, Sendable {
        /// Whom it is for.
        package let recipient: StaffCode
        /// What kind of message.
        package let kind: MessageKind
        /// `waiting`, `sent` or `withdrawn`.
        package let state: String
        /// Since when it is so.
        package let since: Instant
        /// Why it was withdrawn, or could not be sent the last time.
        package let reason: String?
    }

    /// What it deleted of one kind.
    package struct Removal: Hashable, Sendable {
        /// What was deleted.
        package let what: String
        /// It was older than this day.
        package let before: CivilDate
        /// How many rows.
        package let removed: Int
    }

    /// How it stands.
    package let occurrence: Occurrence
    /// The tries, the first one first.
    package let attempts: [Attempt]
    /// Its messages, by recipient.
    package let messages: [Sent]
    /// What it deleted.
    package let removals: [Removal]
}
