import CivilDate

/// What an event's row says about its recording, as far as projections and facts depend on it.
package struct Stamped: Hashable, Sendable {
    /// The stamp. Events of one append share it.
    package let at: Instant
    /// What it was decided under; nil in streams that no model has a say in.
    package let envelope: ModelEnvelope?
}
