/// Tables of whole numbers that were found to agree with everything that is printed. Two of them that lie far enough
/// apart in a figure prove it safe, whatever else holds. Each is kept, so that when more is printed only those figures
/// have to be proven safe anew whose proof that contradicts.
struct Sightings {
    /// One figure of a table.
    struct Entry {
        /// The figure.
        let cell: Int
        /// Its value in the table.
        let value: Int
    }

    /// The least value of each protected figure in all tables.
    private(set) var low: [Int]
    /// The greatest.
    private(set) var high: [Int]
    private let release: Release
    /// Of each table the figures that differ from the true ones.
    private var tables: [[Entry]] = []
    private var isForgotten: [Bool] = []
    /// For each figure the tables that it differs in, with its value there.
    private var places: [[(table: Int, value: Int)]]

    /// The true counts agree with everything.
    init(_ release: Release) {
        self.release = release
        low = release.cells.map(\.count)
        high = low
        places = Array(repeating: [], count: low.count)
    }

    /// How far apart the values of a figure are.
    func width(_ cell: Int) -> Int { high[cell] - low[cell] }

    /// Whether a figure that stands for few children is not proven safe yet.
    func lacks(_ cell: Int) -> Bool { width(cell) < Attacker.requiredWidth && release.cells[cell].isProtected }

    /// Takes in another table, if it shows anything of a figure that lacks a proof.
    mutating func see(_ witness: [Entry]) {
        let news = witness.contains { lacks($0.cell) && ($0.value < low[$0.cell] || $0.value > high[$0.cell]) }
        guard news else { return }
        keep(witness.filter { $0.value != release.cells[$0.cell].count })
    }

    private mutating func widen(_ cell: Int, to value: Int) {
        low[cell] = min(low[cell], value)
        high[cell] = max(high[cell], value)
    }

    /// Which tables contradict that a figure lies between two values.
    func tables(against cell: Int, in range: ClosedRange<Int>) -> [Int] {
        places[cell].filter { !isForgotten[$0.table] && !range.contains($0.value) }.map(\.table)
    }

    /// Forgets tables.
    /// - Returns: The figures that lack a proof now.
    mutating func forget(_ chosen: [Int]) -> [Int] {
        var touched: Set<Int> = []
        for table in chosen {
            isForgotten[table] = true
            for entry in tables[table] where release.cells[entry.cell].isProtected { touched.insert(entry.cell) }
        }
        for cell in touched {
            (low[cell], high[cell]) = (release.cells[cell].count, release.cells[cell].count)
            for place in places[cell] where !isForgotten[place.table] { widen(cell, to: place.value) }
        }
        return touched.filter(lacks).sorted()
    }

    /// Remembers tables that were forgotten.
    mutating func recall(_ chosen: [Int]) {
        for table in chosen {
            isForgotten[table] = false
            for entry in tables[table] { widen(entry.cell, to: entry.value) }
        }
    }

    /// Looks for tables that prove a figure safe: at values far enough away first, in one direction and the other, then
    /// at such as are far enough together.
    /// - Parameter find: Finds a table in which the figure has a value.
    mutating func prove(_ cell: Int, _ view: ReaderView, by find: (Int) -> [Entry]?) {
        let count = release.cells[cell].count
        let far = Attacker.requiredWidth
        for values in [[low[cell] + far, high[cell] - far], [count + 2, count - 2], [count + 1, count - 1]] {
            for value in values where value < low[cell] || value > high[cell] {
                guard width(cell) < far, value >= view.low[cell], value <= view.high[cell], let table = find(value),
                    view.graph.holds(table)
                else { continue }
                see(table)
            }
        }
    }

    /// Those of its tables that agree with all that a reader knows: each is looked at anew, figure by figure and sum by
    /// sum, so that nothing rests on how it was found.
    func verified(by view: ReaderView) -> Sightings {
        var verified = Sightings(release)
        for (table, entries) in tables.enumerated() where !isForgotten[table] {
            guard entries.allSatisfy({ view.low[$0.cell] <= $0.value && $0.value <= view.high[$0.cell] }),
                view.graph.holds(entries)
            else { continue }
            verified.keep(entries)
        }
        return verified
    }

    private mutating func keep(_ table: [Entry]) {
        for entry in table {
            places[entry.cell].append((tables.count, entry.value))
            widen(entry.cell, to: entry.value)
        }
        tables.append(table)
        isForgotten.append(false)
    }
}
