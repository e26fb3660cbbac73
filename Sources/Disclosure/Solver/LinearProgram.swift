/// The least weighted sum of unknowns that lie within limits while weighted sums of them do.
struct LinearProgram {
    /// Limits of the unknowns.
    var lower: [Double] = []
    /// Limits of the unknowns.
    var upper: [Double] = []
    /// What each unknown costs.
    var cost: [Double] = []
    /// Limits of the sums.
    private(set) var rowLower: [Double] = []
    /// Limits of the sums.
    private(set) var rowUpper: [Double] = []
    private var entries: [(row: Int32, column: Int, weight: Double)] = []

    /// Adds an unknown.
    /// - Returns: Its place.
    mutating func column(from low: Int, through high: Int, cost price: Double = 0) -> Int {
        lower.append(Double(low))
        upper.append(Double(high))
        cost.append(price)
        return lower.count - 1
    }

    /// Adds a sum.
    mutating func row(_ terms: [(column: Int, weight: Int)], from low: Int?, through high: Int?) {
        for term in terms {
            entries.append((Int32(rowLower.count), term.column, Double(term.weight)))
        }
        rowLower.append(low.map(Double.init) ?? -.greatestFiniteMagnitude)
        rowUpper.append(high.map(Double.init) ?? .greatestFiniteMagnitude)
    }

    /// The weights column by column, as solvers take them.
    func columns() -> (starts: [Int32], rows: [Int32], weights: [Double]) {
        var starts = [Int32](repeating: 0, count: lower.count + 1)
        for entry in entries { starts[entry.column + 1] += 1 }
        for column in lower.indices { starts[column + 1] += starts[column] }
        var next = starts
        var rows = [Int32](repeating: 0, count: entries.count)
        var weights = [Double](repeating: 0, count: entries.count)
        for entry in entries {
            let place = Int(next[entry.column])
            rows[place] = entry.row
            weights[place] = entry.weight
            next[entry.column] += 1
        }
        return (starts, rows, weights)
    }
}
