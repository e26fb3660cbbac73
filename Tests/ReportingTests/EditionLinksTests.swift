import Disclosure
import Testing

@testable import Reporting

/// What readers of several editions reckon: each edition is safe by itself, and together they would tell.
@Suite struct EditionLinksTests {
    /// One question by site over some quarters: yes and no of each site.
    static func grid(
        _ sites: [(sites: [String], yes: Int, no: Int)], _ quarters: ClosedRange<Int>, model: String = "mst"
    ) -> EditionGrid {
        let counts = sites.map(\.yes) + sites.map(\.no)
        let places = sites.map { EditionGrid.Node(name: $0.sites.joined(separator: " + "), parent: 0) }
        return EditionGrid(
            sheet: "sites, \(model)", model: model,
            answers: [
                .init(name: "closures", parent: nil), .init(name: "yes", parent: 0), .init(name: "no", parent: 0),
            ], places: [.init(name: EditionShape.network, parent: nil)] + places, sites: [[]] + sites.map(\.sites),
            times: [.init(name: EditionPeriod.name(quarters), parent: nil)],
            quarters: [[quarters.lowerBound, quarters.upperBound]], counts: counts)
    }

    /// An edition that came out by itself, or after others.
    static func out(
        _ number: Int, _ grid: EditionGrid, _ profile: EditionProfile = .network, after earlier: [EarlierEdition] = [],
        changed: [Int: Int] = [:]
    ) throws -> EarlierEdition {
        let changed = try Dictionary(
            uniqueKeysWithValues: changed.map { (try #require(EditionNumber($0)), $1) })
        let press = try EditionPress([grid], by: profile, after: earlier, changed: changed)
        return EarlierEdition(
            number: try #require(EditionNumber(number)), isPublic: profile.isPublic, grids: [grid],
            published: PublishedEdition(number: number, release: press.own, pattern: press.pattern), changed: changed)
    }

    /// What an edition prints of a row at a place.
    static func printed(
        _ row: String, _ place: String, of grid: EditionGrid, _ profile: EditionProfile = .network,
        after earlier: [EarlierEdition], changed: Int = 0
    ) throws -> Int? {
        let press = try EditionPress(
            [grid], by: profile, after: earlier,
            changed: Dictionary(uniqueKeysWithValues: earlier.map { ($0.number, changed) }))
        let id = CellID([row, place, grid.model, grid.times[0].name])
        return press.pattern.printed(try #require(press.own.place(of: id)), of: press.own)
    }

    /// Three large quarters of two sites.
    static func quarters() throws -> [EarlierEdition] {
        try (0..<3).map { quarter in
            try out(quarter + 1, grid([(["a"], 16, 20), (["b"], 30, 40)], (8100 + quarter)...(8100 + quarter)))
        }
    }

    @Test func `what three quarters leave of a year is as small as a figure of its own`() throws {
        let earlier = try Self.quarters()
        for edition in earlier { #expect(edition.published.pattern.withheld(of: edition.published.release).cells == 0) }
        let year = Self.grid([(["a"], 51, 80), (["b"], 120, 160)], 8100...8103)
        // 51 - 48 leaves three of the last quarter.
        #expect(try Self.printed("yes", "a", of: year, after: []) == 51)
        #expect(try Self.printed("yes", "a", of: year, after: earlier) == nil)
        // It may be none to six when three records changed in between.
        #expect(try Self.printed("yes", "a", of: year, after: earlier, changed: 1) == 51)
        // Nothing is left, or enough.
        let even = Self.grid([(["a"], 48, 80), (["b"], 120, 160)], 8100...8103)
        #expect(try Self.printed("yes", "a", of: even, after: earlier) == 48)
    }

    @Test func `four quarters and their year do not tell the figure that one of them withholds`() throws {
        var earlier = try Self.quarters()
        let last = Self.grid([(["a"], 3, 20), (["b"], 30, 40)], 8103...8103)
        earlier.append(try Self.out(4, last))
        #expect(earlier[3].published.pattern.withheld(of: earlier[3].published.release).cells > 1)
        let year = Self.grid([(["a"], 51, 80), (["b"], 120, 160)], 8100...8103)
        #expect(try Self.printed("yes", "a", of: year, after: earlier) == nil)
        // The year came first, and the quarter that would tell the last comes after it.
        let first = try Self.out(1, year)
        let others = try (0..<2).map { quarter in
            try Self.out(
                quarter + 2, Self.grid([(["a"], 16, 20), (["b"], 30, 40)], (8100 + quarter)...(8100 + quarter)),
                after: [first], changed: [1: 0])
        }
        let third = Self.grid([(["a"], 16, 20), (["b"], 30, 40)], 8102...8102)
        let press = try EditionPress(
            [third], by: .network, after: [first] + others, changed: [first.number: 0])
        let id = CellID(["yes", "a", "mst", EditionPeriod.name(8102...8102)])
        let cell = try #require(press.own.place(of: id))
        #expect(press.pattern.printed(cell, of: press.own) == nil)
    }

    @Test func `a group of sites is not taken apart by another group of them`() throws {
        let first = try Self.out(1, Self.grid([(["a", "b"], 12, 40), (["c", "d"], 30, 40)], 8100...8103))
        // The same days, with a alone: 12 - 9 leaves three of b.
        let again = Self.grid([(["a"], 9, 30), (["b", "c"], 13, 30), (["d"], 20, 20)], 8100...8103)
        #expect(try Self.printed("yes", "a", of: again, after: []) == 9)
        #expect(try Self.printed("yes", "a", of: again, after: [first]) == nil)
    }

    @Test func `parts of which one was put in a group are reckoned with as well`() throws {
        let quarters = [
            try Self.out(1, Self.grid([(["a", "b"], 20, 30), (["c"], 30, 40)], 8100...8100)),
            try Self.out(2, Self.grid([(["a"], 10, 15), (["b"], 10, 15), (["c"], 30, 40)], 8101...8101)),
            try Self.out(3, Self.grid([(["a"], 10, 15), (["b"], 10, 15), (["c"], 30, 40)], 8102...8102)),
        ]
        // 20 + 20 + 20 of 62.
        let year = Self.grid([(["a", "b"], 62, 120), (["c"], 120, 160)], 8100...8103)
        #expect(try Self.printed("yes", "a + b", of: year, after: []) == 62)
        #expect(try Self.printed("yes", "a + b", of: year, after: quarters) == nil)
    }

    @Test func `the network's readers do not learn its figures from public editions, whichever came first`() throws {
        let last = Self.grid([(["a"], 3, 40), (["b"], 30, 40)], 8100...8111)
        let network = try Self.out(1, last)
        let open = Self.grid([(["a"], 13, 50), (["b"], 30, 40)], 8100...8111, model: EditionShape.allModels)
        let other = Self.grid([(["a"], 10, 10)], 8100...8111, model: "mst-can")
        let both = [
            network,
            EarlierEdition(
                number: try #require(EditionNumber(2)), isPublic: false, grids: [other],
                published: try Self.out(2, other).published, changed: [network.number: 0]),
        ]
        #expect(try Self.printed("yes", "a", of: open, .dfe, after: []) == 13)
        // Three of the one model and ten of the other.
        #expect(try Self.printed("yes", "a", of: open, .dfe, after: both) == nil)

        let public13 = try Self.out(1, open, .dfe)
        // Whatever is left of 13 when the one model is told is the other's.
        #expect(try Self.printed("yes", "a", of: other, after: []) == 10)
        #expect(try Self.printed("yes", "a", of: other, after: [public13]) == nil)
    }

    @Test func `what the network prints to itself under its own rule is no secret from it in a public edition`() throws
    {
        // Hospital episodes withhold up to seven, the network up to five.
        let shared = try Self.out(1, Self.grid([(["a"], 6, 30), (["b"], 30, 40)], 8100...8111))
        #expect(shared.published.pattern.withheld(of: shared.published.release).cells == 0)
        let open = Self.grid([(["a"], 6, 30), (["b"], 30, 40)], 8100...8111)
        #expect(try Self.printed("yes", "a", of: open, .nhs, after: [shared]) == nil)
        #expect(
            try Self.printed("yes", "b", of: open, .nhs, after: [shared])
                == Self.printed("yes", "b", of: open, .nhs, after: []))
    }

    @Test func `a public figure that the public's rule exempts is withheld where it would tell the network's`() throws {
        let grid = Self.whole(3, 60, 8100...8103)
        let network = try Self.out(1, grid)
        #expect(try Self.printed("yes", "all sites", of: grid, .nhs, after: []) == 3)
        #expect(try Self.printed("yes", "all sites", of: grid, .nhs, after: [network]) == nil)
        // What everybody was told first is nobody's secret any more.
        let open = try Self.out(1, grid, .nhs)
        let later = try Self.out(2, grid, after: [open], changed: [1: 0])
        #expect(later.published.pattern.withheld(of: later.published.release).cells > 0)
    }

    @Test func `the same editions in give the same pattern out`() throws {
        let earlier = try Self.quarters()
        let year = Self.grid([(["a"], 51, 80), (["b"], 122, 161)], 8100...8103)
        let presses = try (0..<3).map { _ in
            try EditionPress(
                [year], by: .network, after: earlier,
                changed: Dictionary(uniqueKeysWithValues: earlier.map { ($0.number, 0) }))
        }
        #expect(presses[0].pattern == presses[1].pattern && presses[1].pattern == presses[2].pattern)
        #expect(presses[0].pattern.withheld(of: presses[0].own).cells > 0)
    }

    /// One question of the network alone.
    static func whole(
        _ yes: Int, _ no: Int, _ quarters: ClosedRange<Int>, _ model: String = "mst",
        rows: [String] = ["closures", "yes", "no"]
    ) -> EditionGrid {
        EditionGrid(
            sheet: "all sites, \(model)", model: model,
            answers: rows.enumerated().map { .init(name: $1, parent: $0 == 0 ? nil : 0) },
            places: [.init(name: EditionShape.network, parent: nil)], sites: [[]],
            times: [.init(name: EditionPeriod.name(quarters), parent: nil)],
            quarters: [[quarters.lowerBound, quarters.upperBound]], counts: [yes, no])
    }
}
