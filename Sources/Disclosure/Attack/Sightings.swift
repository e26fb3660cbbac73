/// The least and the greatest value of each figure in all tables of whole numbers that were found to agree with
/// everything that is printed. Two such tables that lie far enough apart prove a figure safe, whatever else holds.
struct Sightings {
    private(set) var low: [Int]
    private(set) var high: [Int]

    /// The true counts agree with everything.
    init(_ release: Release) {
        low = release.cells.map(\.count)
        high = low
    }

    /// Takes in another table.
    mutating func see(_ witness: [Int: Int]) {
        for (cell, value) in witness {
            low[cell] = min(low[cell], value)
            high[cell] = max(high[cell], value)
        }
    }

    /// How far apart the values of a figure are.
    func width(_ cell: Int) -> Int { high[cell] - low[cell] }
}
