import Disclosure

/// An edition that is out, as a later one is attacked together with it.
struct EarlierEdition: Sendable {
    /// Its number.
    let number: EditionNumber
    /// Its tables with the true counts.
    let grids: [EditionGrid]
    /// Its figures, and what became of each.
    let published: PublishedEdition
    /// How many records changed from earlier editions to it: that is printed.
    let changed: [EditionNumber: Int]
}

/// What readers of several editions can reckon beyond equal figures: the quarters of a year add up to it, and sites that
/// were put together to their group, but for the records that changed in between.
struct EditionLinks {
    /// A figure with what it covers.
    private struct Figure {
        let id: CellID
        let sites: [String]
        let quarters: ClosedRange<Int>
        /// Whether its table takes it apart no further.
        let isFinest: Bool
        let table: Int
    }

    /// What is counted the same: one row of one model.
    private struct Row: Hashable {
        let answer: String
        let model: String
    }

    private let figures: [Row: [Figure]]

    init(_ grids: [EditionGrid]) {
        var figures: [Row: [Figure]] = [:]
        for (table, grid) in grids.enumerated() {
            let (places, times) = (Set(EditionGrid.leaves(grid.places)), Set(EditionGrid.leaves(grid.times)))
            for answer in grid.answers.indices {
                for place in grid.places.indices {
                    for time in grid.times.indices {
                        figures[Row(answer: grid.answers[answer].name, model: grid.model), default: []].append(
                            Figure(
                                id: grid.figure(answer, place, time), sites: grid.sites[place],
                                quarters: grid.span(time),
                                isFinest: places.contains(place) && times.contains(time), table: table))
                    }
                }
            }
        }
        self.figures = figures
    }

    /// A sum of figures of one edition that a figure of another covers.
    struct Sum {
        /// The figure.
        let whole: CellID
        /// What lies within it; no two share a record.
        let parts: [CellID]
        /// Whether nothing else lies within it.
        let isComplete: Bool
    }

    /// The sums of another edition's figures within figures of this one, equal figures left out.
    func sums(of other: EditionLinks) -> [Sum] {
        var sums: [Sum] = []
        var seen: Set<CellID> = []
        for row in figures.keys.sorted(by: { ($0.answer, $0.model) < ($1.answer, $1.model) }) {
            guard let theirs = other.figures[row] else { continue }
            let same = Set(theirs.map(\.id))
            for whole in figures[row] ?? [] where !same.contains(whole.id) && seen.insert(whole.id).inserted {
                for table in Set(theirs.map(\.table)).sorted() {
                    let within = theirs.filter { $0.table == table && $0.isFinest && Self.covers(whole, $0) }
                    guard !within.isEmpty else { continue }
                    let size = within.reduce(0) { $0 + max(1, $1.sites.count) * $1.quarters.count }
                    let isComplete = size == max(1, whole.sites.count) * whole.quarters.count
                    sums.append(Sum(whole: whole.id, parts: within.map(\.id), isComplete: isComplete))
                }
            }
        }
        return sums
    }

    private static func covers(_ whole: Figure, _ part: Figure) -> Bool {
        guard whole.quarters.contains(part.quarters) else { return false }
        guard !whole.sites.isEmpty, !part.sites.isEmpty else { return whole.sites == part.sites }
        return Set(whole.sites).isSuperset(of: part.sites)
    }

    /// The names of the figures that both have.
    func common(with other: EditionLinks) -> [CellID] {
        let theirs = Set(other.figures.values.joined().map(\.id))
        return Set(figures.values.joined().map(\.id)).intersection(theirs).sorted()
    }
}
