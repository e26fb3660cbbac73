/// Between which values a reader can be sure that a figure lies.
package struct CellBounds: Sendable, Hashable {
    /// The limits when parts of records were possible: what linear programming finds.
    package let linear: ClosedRange<Double>
    /// The limits in whole records; nil when the search was given up, and the figure then counts as unsafe.
    package let whole: ClosedRange<Int>?

    /// How many more values than one are left to a reader; 0 when it is not known.
    package var width: Int { whole.map { $0.upperBound - $0.lowerBound } ?? 0 }
}
