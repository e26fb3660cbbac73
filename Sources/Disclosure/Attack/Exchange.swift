/// Finds tables of whole numbers that agree with everything printed, by exchanging records: one figure is given another
/// value, and each sum that holds no longer is mended by another of its figures, the one by which least breaks, until all
/// hold. It finds most in a fraction of the time that a solver needs, and proves nothing when it fails.
final class Exchange {
    /// How often it is begun anew, choosing differently among equals, when that has to be quick.
    static let few = 12
    /// The same, when much depends on it.
    static let many = 150
    /// How many figures may be moved in one attempt.
    private static let steps = 160
    /// How often one figure may be moved in one attempt: without a limit two could push each other for ever.
    private static let moves = 3
    /// When so many sums wait to be mended, an attempt leads nowhere.
    private static let mostBroken = 48

    private let sums: ExchangeSums
    private let counts: [Int]
    /// By how much each figure differs from its true count.
    private var change: [Int]
    private var moved: [Int]
    /// By how much each sum differs from its true one.
    private var drift: [Int]
    private var touched: [Int] = []
    private var broken: [Int] = []
    private var isBroken: [Bool]

    init(_ release: Release, _ rows: [[Int]]) {
        sums = ExchangeSums(release, rows)
        counts = release.cells.map(\.count)
        change = Array(repeating: 0, count: counts.count)
        moved = change
        drift = Array(repeating: 0, count: release.equations.count)
        isBroken = Array(repeating: false, count: drift.count)
    }

    /// A table in which a figure has a value; nil when none was found.
    func table(
        giving cell: Int, _ value: Int, _ view: ReaderView, attempts: Range<Int>
    ) -> [Sightings.Entry]? {
        for attempt in attempts {
            defer { reset() }
            guard mend(after: cell, value - counts[cell], view, attempt) else { continue }
            return touched.filter { change[$0] != 0 }.map {
                Sightings.Entry(cell: $0, value: counts[$0] + change[$0])
            }
        }
        return nil
    }

    private func mend(after cell: Int, _ difference: Int, _ view: ReaderView, _ attempt: Int) -> Bool {
        move(cell, by: difference)
        moved[cell] = Self.moves
        for _ in 0..<Self.steps {
            guard let row = nextBroken() else { return true }
            guard broken.count <= Self.mostBroken, let (other, step) = mender(of: row, view, attempt) else {
                return false
            }
            move(other, by: step)
        }
        return false
    }

    /// The broken sum that fewest figures are in; nil when all hold.
    private func nextBroken() -> Int? {
        broken.min { (sums.size(of: $0), $0) < (sums.size(of: $1), $1) }
    }

    /// The figure by which least breaks when it mends a sum, and by how much it moves.
    private func mender(of row: Int, _ view: ReaderView, _ attempt: Int) -> (cell: Int, step: Int)? {
        let excess = sums.excess(drift[row], in: row)
        var best: (cell: Int, step: Int, score: Int)?
        for place in sums.terms(of: row) {
            let (cell, weight) = (sums.cell[place], sums.weight[place])
            guard moved[cell] < Self.moves else { continue }
            let now = counts[cell] + change[cell]
            let wanted = now - (excess + (excess % weight == 0 ? 0 : excess.signum() * (abs(weight) - 1))) / weight
            let step = min(max(wanted, view.low[cell]), view.high[cell]) - now
            guard step != 0 else { continue }
            let chance = Self.chance(cell, attempt)
            let score = 8 * breakage(cell, step) + (attempt == 0 ? chance & 7 : chance & 15 * abs(step))
            if score < best?.score ?? .max { best = (cell, step, score) }
        }
        return best.map { ($0.cell, $0.step) }
    }

    /// By how much more the sums of a figure are broken when it moves.
    private func breakage(_ cell: Int, _ step: Int) -> Int {
        var more = 0
        for place in sums.rows(of: cell) {
            let row = sums.row[place]
            let before = drift[row]
            more += abs(sums.excess(before + sums.rowWeight[place] * step, in: row)) - abs(sums.excess(before, in: row))
        }
        return more
    }

    private func move(_ cell: Int, by step: Int) {
        if moved[cell] == 0 { touched.append(cell) }
        moved[cell] += 1
        change[cell] += step
        for place in sums.rows(of: cell) {
            let row = sums.row[place]
            drift[row] += sums.rowWeight[place] * step
            let breaks = sums.excess(drift[row], in: row) != 0
            guard breaks != isBroken[row] else { continue }
            isBroken[row] = breaks
            if breaks { broken.append(row) } else { broken.removeAll { $0 == row } }
        }
    }

    private func reset() {
        for cell in touched {
            change[cell] = 0
            moved[cell] = 0
            for place in sums.rows(of: cell) {
                drift[sums.row[place]] = 0
                isBroken[sums.row[place]] = false
            }
        }
        touched.removeAll(keepingCapacity: true)
        broken.removeAll(keepingCapacity: true)
    }

    /// As by chance, and always the same.
    private static func chance(_ cell: Int, _ attempt: Int) -> Int {
        var mixed = UInt64(cell &* 64 &+ attempt) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
        return Int(mixed >> 40)
    }
}
