/// The place of a look or an event in the order in which they arrived, over all sites.
package struct Arrival: Hashable, Comparable, Sendable {
    /// The number; from 1 on, with gaps.
    package let number: Int64

    /// A place.
    package init(_ number: Int64) {
        self.number = number
    }

    /// Before everything that arrives: what somebody put there who may put anything anywhere is looked at too.
    static let least = Arrival(.min)

    /// The next place; after the greatest number there is none, which only a forger writes.
    var next: Arrival { Arrival(number == .max ? .max : number + 1) }

    package static func < (lhs: Arrival, rhs: Arrival) -> Bool { lhs.number < rhs.number }
}

extension Arrival: CustomStringConvertible {
    /// The number.
    package var description: String { "\(number)" }
}
