import CivilDate

/// A state of knowledge about something that reports know.
struct FactVersion<Fact: Hashable & Sendable>: Hashable, Sendable {
    /// 1 and up.
    let version: Int32
    /// The stamp of the append that made it.
    let knownFrom: Instant
    /// The stamp of the append that ended it; nil while it is current.
    var knownTo: Instant?
    let fact: Fact
}
