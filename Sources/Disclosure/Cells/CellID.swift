/// The name of one figure of a release, the same in every table and every edition that prints it:
/// `at home: yes | demo-north | mst | 2026-Q1`.
package struct CellID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name, as a refusal says it.
    package let description: String

    /// Made of the places on each dimension, in the order of the dimensions.
    package init(_ places: [String]) {
        description = places.joined(separator: " | ")
    }

    /// A name that is one word already.
    package init(_ name: String) {
        description = name
    }

    package static func < (one: Self, other: Self) -> Bool { one.description < other.description }
}
