/// What a reader of a release knows: between which values each figure lies.
struct ReaderView {
    let graph: ReleaseGraph
    /// The least that each figure can be.
    private(set) var low: [Int]
    /// The most.
    private(set) var high: [Int]

    /// What is printed, without a sum.
    /// - Throws: ``DisclosureFault/contradiction(_:)`` when a figure is not what a reader knows beforehand.
    init(_ graph: ReleaseGraph, _ pattern: Pattern) throws(DisclosureFault) {
        self.graph = graph
        let cells = graph.release.cells
        low = []
        high = []
        for (index, cell) in cells.enumerated() {
            let range = cell.readable(as: pattern[index])
            guard range.contains(cell.count) else {
                throw .contradiction("'\(cell.id)' is \(cell.count), and readers know it to be another.")
            }
            low.append(range.lowerBound)
            high.append(range.upperBound)
        }
    }

    /// Whether a figure can be more than one value.
    func moves(_ cell: Int) -> Bool { low[cell] < high[cell] }

    /// Takes another status of one figure into account.
    mutating func set(_ cell: Int, _ status: CellStatus) {
        let range = readable(cell, as: status)
        (low[cell], high[cell]) = (range.lowerBound, range.upperBound)
    }

    /// What a reader would know of one figure with another status, without a sum.
    func readable(_ cell: Int, as status: CellStatus) -> ClosedRange<Int> {
        graph.release.cells[cell].readable(as: status)
    }

    /// Takes a figure to lie within limits, besides all that is known of it.
    mutating func limit(_ cell: Int, to range: ClosedRange<Int>) {
        low[cell] = max(low[cell], range.lowerBound)
        high[cell] = min(high[cell], range.upperBound)
    }

    /// Draws every conclusion that follows from one sum at a time, again and again. All numbers are whole.
    mutating func narrow() { narrow(graph.release.equations.indices) { _, _ in true } }

    /// The same, beginning with some sums, for as long as that is wanted.
    /// - Parameter goesOn: Told of each figure of which more is known now, and how many more values than one it has
    ///   left.
    /// - Returns: Whether it was wanted to the end.
    @discardableResult
    mutating func narrow(_ first: some Sequence<Int>, while goesOn: (Int, Int) -> Bool) -> Bool {
        var visits = [Int](repeating: 0, count: graph.release.equations.count)
        var waits = [Bool](repeating: false, count: visits.count)
        var queue = Array(first)
        for row in queue { waits[row] = true }
        var next = 0
        while next < queue.count {
            let row = queue[next]
            next += 1
            waits[row] = false
            visits[row] += 1
            // Some sums draw two figures together by one at a time, for ever; the solver ends that quicker.
            guard visits[row] <= Self.visits else { continue }
            for cell in narrow(row) {
                guard goesOn(cell, high[cell] - low[cell]) else { return false }
                for other in graph.rows[cell] where !waits[other] {
                    waits[other] = true
                    queue.append(other)
                }
            }
        }
        return true
    }

    private static let visits = 40

    /// Draws the conclusions of one sum.
    /// - Returns: The figures of which more is known now.
    private mutating func narrow(_ row: Int) -> [Int] {
        let equation = graph.release.equations[row]
        var least = 0
        var most = 0
        for term in equation.terms {
            least += min(term.weight * low[term.cell], term.weight * high[term.cell])
            most += max(term.weight * low[term.cell], term.weight * high[term.cell])
        }
        var changed: [Int] = []
        for term in equation.terms where moves(term.cell) {
            let (cell, weight) = (term.cell, term.weight)
            let ownLeast = min(weight * low[cell], weight * high[cell])
            let ownMost = max(weight * low[cell], weight * high[cell])
            // weight * x lies between these two.
            let from = equation.least.map { $0 - (most - ownMost) }
            let through = equation.most.map { $0 - (least - ownLeast) }
            let (floor, ceiling) = weight > 0 ? (from, through) : (through, from)
            let newLow = max(low[cell], floor.map { Self.ceil($0, weight) } ?? .min)
            let newHigh = min(high[cell], ceiling.map { Self.floor($0, weight) } ?? .max)
            guard newLow > low[cell] || newHigh < high[cell] else { continue }
            (low[cell], high[cell]) = (newLow, newHigh)
            least += min(weight * newLow, weight * newHigh) - ownLeast
            most += max(weight * newLow, weight * newHigh) - ownMost
            changed.append(cell)
        }
        return changed
    }

    private static func floor(_ number: Int, _ divisor: Int) -> Int {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest != 0 && (rest < 0) != (divisor < 0) ? quotient - 1 : quotient
    }

    private static func ceil(_ number: Int, _ divisor: Int) -> Int { -floor(-number, divisor) }

    /// The figures that can be more than one value, in groups that no sum ties to each other.
    func components() -> [[Int]] {
        var seen = [Bool](repeating: false, count: low.count)
        return low.indices.compactMap { cell in
            guard moves(cell), !seen[cell] else { return nil }
            let group = graph.neighbours(of: cell, .everything, where: moves)
            for other in group { seen[other] = true }
            return group.sorted()
        }
    }
}
