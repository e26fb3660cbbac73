/// All figures that a reader has at hand, of any number of linked tables and of editions, with all that binds them to
/// each other. A figure that stands in two tables is one figure.
package struct Release: Sendable {
    /// The figures, in the order in which they came.
    package private(set) var cells: [Cell] = []
    /// What binds them.
    package private(set) var equations: [Equation] = []
    /// For each table, the figures that are not taken apart further: every record is counted in one of them.
    package private(set) var partitions: [[Int]] = []
    private var places: [CellID: Int] = [:]
    private var sums: Set<[Int]> = []

    /// Without figures.
    package init() {}

    /// Where a figure stands; nil when there is none of that name.
    package func place(of id: CellID) -> Int? { places[id] }

    /// Adds a figure, or finds the one of that name.
    /// - Returns: Where it stands.
    /// - Throws: ``DisclosureFault/contradiction(_:)`` when one of that name has another count.
    @discardableResult
    package mutating func add(_ cell: Cell) throws(DisclosureFault) -> Int {
        if let place = places[cell.id] {
            guard cells[place] == cell else {
                throw .contradiction("'\(cell.id)' is \(cells[place].count) in one table and \(cell.count) in another.")
            }
            return place
        }
        places[cell.id] = cells.count
        cells.append(cell)
        return cells.count - 1
    }

    /// Tells that a weighted sum lies between two numbers.
    /// - Throws: ``DisclosureFault/contradiction(_:)`` when the true counts do not fulfil it.
    package mutating func tell(
        _ name: String, _ terms: [(cell: Int, weight: Int)], atLeast least: Int? = nil, atMost most: Int? = nil
    ) throws(DisclosureFault) {
        let equation = Equation(
            name: name, terms: terms.map { Equation.Term(cell: $0.cell, weight: $0.weight) }, least: least, most: most)
        guard equation.holds(for: { cells[$0].count }) else {
            throw .contradiction("The counts do not fulfil: \(name).")
        }
        equations.append(equation)
    }

    /// Tells that parts add up to a total.
    /// - Throws: ``DisclosureFault/contradiction(_:)`` when they do not.
    package mutating func tell(_ parts: [Int], addUpTo total: Int) throws(DisclosureFault) {
        let words = parts.map { cells[$0].id.description }.joined(separator: " + ")
        try tell(
            "\(words) = \(cells[total].id)", parts.map { ($0, 1) } + [(total, -1)], atLeast: 0, atMost: 0)
    }

    /// The same, when no other table has told it yet.
    /// - Throws: ``DisclosureFault/contradiction(_:)`` when they do not.
    package mutating func tellOnce(_ parts: [Int], addUpTo total: Int) throws(DisclosureFault) {
        guard sums.insert(parts.sorted() + [total]).inserted else { return }
        try tell(parts, addUpTo: total)
    }

    /// Tells that every record is counted in at most one of some figures.
    mutating func tell(partition: [Int]) { partitions.append(partition) }

    /// Tells that a ranked list or the axis of a chart shows figures in falling order.
    /// - Throws: ``DisclosureFault/contradiction(_:)`` when they do not fall.
    package mutating func tell(fallingOrder ranked: [Int]) throws(DisclosureFault) {
        for (higher, lower) in zip(ranked, ranked.dropFirst()) {
            try tell(
                "\(cells[higher].id) is ranked above \(cells[lower].id)", [(higher, 1), (lower, -1)], atLeast: 0)
        }
    }

    /// Tells a percentage of true counts with one decimal, as no edition of ours does: for what others have published.
    /// - Throws: ``DisclosureFault/contradiction(_:)`` when it is not the percentage.
    package mutating func tell(
        tenthsOfPercent tenths: Int, of numerator: Int, in denominator: Int
    ) throws(DisclosureFault) {
        let name = "\(cells[numerator].id) is \(tenths / 10).\(tenths % 10)% of \(cells[denominator].id)"
        // Twice a thousand, so that the halves at which rounding turns are whole.
        try tell("\(name), at least", [(numerator, 2_000), (denominator, 1 - 2 * tenths)], atLeast: 0)
        try tell("\(name), at most", [(numerator, 2_000), (denominator, -1 - 2 * tenths)], atMost: 0)
    }
}
