/// A figure that stands for few children and can be worked out too closely.
package struct Exposure: Sendable, Hashable, CustomStringConvertible {
    /// The figure.
    package let cell: CellID
    /// How closely.
    package let bounds: CellBounds
    /// The sums by which.
    package let equations: [String]

    package var description: String {
        let closeness =
            switch bounds.whole {
            case nil: "was not proven safe"
            case let whole? where whole.lowerBound == whole.upperBound: "can be worked out as \(whole.lowerBound)"
            case let whole?:
                "can be worked out as one of \(whole.count) values, \(whole.lowerBound) to \(whole.upperBound)"
            }
        let reasons = equations.isEmpty ? "" : ", by: " + equations.joined(separator: "; ")
        return "'\(cell)' \(closeness)\(reasons)."
    }
}
