import Intervention

/// What was destroyed of a child's record.
package struct Disposed: Hashable, Sendable {
    /// The child's stream and those of its episodes; of each a stub stays.
    package var streams = 0
    /// Their events.
    package var events = 0
    /// Texts, sealed.
    package var texts = 0
    /// Rows of projections, particulars, imported files, duties and reporting facts.
    package var rows = 0

    /// Nothing.
    package init() {}

    /// What was destroyed of two.
    package static func + (one: Disposed, other: Disposed) -> Disposed {
        var sum = one
        sum.streams += other.streams
        sum.events += other.events
        sum.texts += other.texts
        sum.rows += other.rows
        return sum
    }
}
