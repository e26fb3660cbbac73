import Disclosure
import Testing

/// The eight ways in which published tables have given people away (design/statistics.md, 8): each is refused as it
/// stands, with the bounds that a reader gets, and safe after secondary suppression.
@Suite struct AttackCaseTests {
    let star = CellRule(smallUpTo: 7, base: 1)

    @Test func `1, a single gap is filled by subtraction`() throws {
        let row = try Row([10, 8, 5], star)
        #expect(try row.whole(of: row.parts[2]) == 5...5)
        try row.becomesSafe()
    }

    @Test func `2, two tiny figures are both 1`() throws {
        let row = try Row([10, 8, 1, 1], star)
        #expect(try row.whole(of: row.parts[2]) == 1...1)
        #expect(try row.whole(of: row.parts[3]) == 1...1)
        try row.becomesSafe()
    }

    @Test func `3, a narrow pair leaves three values each`() throws {
        let row = try Row([2, 2, 8, 8], star)
        #expect(try row.whole(of: row.parts[0]) == 1...3)
        #expect(try row.whole(of: row.parts[1]) == 1...3)
        try row.becomesSafe()
    }

    @Test func `4, tables that are safe alone give each other away`() throws {
        var row = try Row([3, 4, 5, 9], star)
        let (k, l, m) = (row.parts[0], row.parts[1], row.parts[2])
        for part in [k, l, m] { #expect(try row.whole(of: part) == 1...7) }
        try row.becomesSafe(withholding: 0...0)

        let other = try row.release.add(Cell(CellID("L and M"), count: 9, rule: star))
        try row.release.tell([l, m], addUpTo: other)
        #expect(try row.whole(of: k) == 3...3)
        #expect(try row.whole(of: l) == 2...7)
        #expect(try row.whole(of: m) == 2...7)
        try row.becomesSafe()
    }

    @Test func `5, this week's figure tells last week's`() throws {
        let rounded = CellRule(smallUpTo: 7, base: 5)
        let week = CellID("closures")
        var last = Release()
        try last.add(Cell(week, count: 7, rule: rounded))
        var this = Release()
        try this.add(Cell(week, count: 8, rule: rounded))
        try this.add(PublishedEdition(number: 1, release: last, pattern: Pattern(primaryOf: last)), changed: 1)

        let before = try #require(this.place(of: CellID("edition 1: closures")))
        let attacker = try Attacker()
        let primary = Pattern(primaryOf: this)
        #expect(primary.printed(0, of: this) == 10)
        #expect(try attacker.bounds(of: [before], in: this, as: primary).map(\.whole) == [7...7])
        #expect(try attacker.exposed(in: this, as: primary) == [before])

        let safe = try Suppressor().pattern(for: this)
        #expect(safe[0] == .secondary)
        #expect(try attacker.exposed(in: this, as: safe).isEmpty)
    }

    @Test func `6, a percentage of true counts narrows a figure that is withheld`() throws {
        var release = Release()
        let numerator = try release.add(Cell(CellID("placed"), count: 7, rule: star))
        let denominator = try release.add(Cell(CellID("all"), count: 21, rule: CellRule(smallUpTo: 7, base: 5)))
        let attacker = try Attacker()
        try release.tell(tenthsOfPercent: 333, of: numerator, in: denominator)
        let pattern = Pattern(primaryOf: release)
        #expect(pattern.printed(denominator, of: release) == 20)
        let bounds = try attacker.bounds(of: [numerator], in: release, as: pattern)[0]
        #expect(bounds.whole == 6...7)
        #expect(bounds.linear.lowerBound > 5.98 && bounds.linear.upperBound < 7.0 + 1e-9)
        #expect(try attacker.exposed(in: release, as: pattern) == [numerator])
        // What is printed instead.
        #expect(ReleasedPercentage(pattern.printed(numerator, of: release), of: 20, by: .nhs) == nil)
        let safe = try Suppressor().pattern(for: release)
        #expect(try attacker.exposed(in: release, as: safe).isEmpty)
    }

    @Test func `7, the complement of an answer tells the answer`() throws {
        let row = try Row([4, 30], star)
        #expect(try row.whole(of: row.parts[0]) == 4...4)
        try row.becomesSafe()
    }

    @Test func `8, the order of a ranked list tells figures that are withheld`() throws {
        var row = try Row([3, 2, 20], star)
        #expect(try row.whole(of: row.parts[0]) == 1...4)
        try row.becomesSafe(withholding: 0...0)

        try row.release.tell(fallingOrder: [row.parts[2], row.parts[0], row.parts[1]])
        #expect(try row.whole(of: row.parts[0]) == 3...4)
        #expect(try row.whole(of: row.parts[1]) == 1...2)
        try row.becomesSafe()
    }
}

/// Parts and their total.
struct Row {
    var release = Release()
    let parts: [Int]

    init(_ counts: [Int], _ rule: CellRule) throws {
        var parts: [Int] = []
        for (index, count) in counts.enumerated() {
            parts.append(try release.add(Cell(CellID("part \(index)"), count: count, rule: rule)))
        }
        let total = try release.add(Cell(CellID("total"), count: counts.reduce(0, +), rule: rule))
        try release.tell(parts, addUpTo: total)
        self.parts = parts
    }

    /// What a reader can be sure of, before secondary suppression.
    func whole(of cell: Int) throws -> ClosedRange<Int>? {
        try Attacker().bounds(of: [cell], in: release, as: Pattern(primaryOf: release))[0].whole
    }

    /// It is refused as it stands, unless nothing need be withheld, and safe afterwards.
    func becomesSafe(withholding more: ClosedRange<Int> = 1...3) throws {
        let attacker = try Attacker()
        let primary = Pattern(primaryOf: release)
        #expect(try attacker.exposed(in: release, as: primary).isEmpty == (more == 0...0))
        let safe = try Suppressor().pattern(for: release)
        #expect(try attacker.exposed(in: release, as: safe).isEmpty)
        #expect(more.contains(release.cells.indices.count { safe[$0] == .secondary }))
        let small = release.cells.indices.filter { release.cells[$0].isProtected }
        for bounds in try attacker.bounds(of: small, in: release, as: safe) {
            #expect(bounds.width >= 3)
            #expect(bounds.linear.upperBound - bounds.linear.lowerBound >= 3 - 1e-6)
        }
    }
}
