import Disclosure
import Testing

@testable import Reporting

/// What readers reckon from what an edition does not print, from figures that they add up, and from wholes of few.
@Suite struct EditionReckoningTests {
    private typealias Links = EditionLinksTests

    /// What becomes of tables that come out after others.
    private static func press(
        _ grids: [EditionGrid], _ profile: EditionProfile = .network, after earlier: [EarlierEdition] = [],
        changed: Int = 0
    ) throws -> EditionPress {
        try EditionPress(
            grids, by: profile, after: earlier,
            changed: Dictionary(uniqueKeysWithValues: earlier.map { ($0.number, changed) }))
    }

    private static func printed(_ id: CellID, _ press: EditionPress) throws -> Int? {
        press.pattern.printed(try #require(press.own.place(of: id)), of: press.own)
    }

    @Test func `a site that an edition does not have counted nothing there, and its readers know`() throws {
        let first = try Links.out(1, Links.grid([(["a"], 20, 30), (["b"], 30, 40)], 8100...8100))
        // One late closure of a third site.
        let again = Links.grid([(["a"], 20, 30), (["b"], 30, 40), (["c"], 1, 0)], 8100...8100)
        #expect(try Links.printed("yes", "c", of: again, after: []) == nil)
        let fault = #expect(throws: EditionFault.self) {
            try Links.printed("yes", "c", of: again, after: [first], changed: 1)
        }
        #expect(fault?.description.contains("| c | mst | ") == true, "\(String(describing: fault))")
        // It may be one to four when four records changed.
        #expect(throws: Never.self) { try Links.printed("yes", "c", of: again, after: [first], changed: 4) }
    }

    @Test func `what an earlier edition has no site of is nothing, or as much as changed since`() {
        let year = Links.grid([(["a"], 50, 80), (["b"], 120, 160), (["c"], 1, 0)], 8100...8103)
        let same = Links.grid([(["a"], 50, 80), (["b"], 120, 160)], 8100...8103)
        let quarter = Links.grid([(["a"], 10, 20), (["c"], 1, 0)], 8100...8100)
        func sums(_ other: EditionGrid) -> [EditionLinks.Sum] { EditionLinks([[year], [other]]) { _, _ in 2 }.sums }
        func figure(_ row: String, _ site: String, _ grid: EditionGrid) -> CellID {
            CellID([row, site, "mst", grid.times[0].name])
        }
        let whole = EditionLinks.Place(edition: 0, id: figure("yes", "c", year))
        #expect(sums(same).contains(.init(whole: [whole], parts: [], isComplete: true, limit: 2)))
        #expect(EditionLinks([[year], [same]]) { _, _ in 2 }.zeros(before: 1).contains(whole.id))
        #expect(EditionLinks([[year], [quarter]]) { _, _ in 2 }.zeros(before: 1).isEmpty)
        // The year has no b, and its quarter cannot have more of it than changed.
        let without = Links.grid([(["a"], 50, 80), (["c"], 1, 0)], 8100...8103)
        let later = Links.grid([(["a"], 10, 20), (["b"], 2, 0)], 8100...8100)
        let part = EditionLinks.Place(edition: 1, id: figure("yes", "b", later))
        let links = EditionLinks([[without], [later]]) { _, _ in 2 }
        #expect(links.sums.contains(.init(whole: [], parts: [part], isComplete: false, limit: 2)))
    }

    @Test func `sites that a year tells apart and its quarters put together are added up`() throws {
        let quarters = [
            Links.grid([(["l", "m"], 10, 20), (["p"], 0, 20), (["r"], 6, 20)], 8100...8100),
            Links.grid([(["l"], 0, 20), (["m"], 46, 20), (["p", "r"], 14, 20)], 8101...8101),
            Links.grid([(["l"], 0, 20), (["m"], 0, 20), (["p"], 0, 20), (["r"], 0, 20)], 8102...8102),
            Links.grid([(["l"], 0, 20), (["m"], 0, 20), (["p"], 0, 20), (["r"], 0, 20)], 8103...8103),
        ]
        var earlier: [EarlierEdition] = []
        for (place, grid) in quarters.enumerated() {
            let edition = try Links.out(place + 1, grid)
            #expect(edition.published.pattern.withheld(of: edition.published.release).cells == 0)
            earlier.append(edition)
        }
        let year = Links.grid(
            [(["l"], 3, 70), (["m"], 53, 70), (["p"], 8, 70), (["r"], 12, 70)], 8100...8103)
        // l + m is 10 + 0 + 46, so who reads 53 of m has 3 of l.
        let press = try Self.press([year], after: earlier)
        let days = EditionPeriod.name(8100...8103)
        #expect(try Self.printed(CellID(["yes", "l", "mst", days]), press) == nil)
        #expect(try Self.printed(CellID(["yes", "m", "mst", days]), press) == nil)
        // By itself the year would be safe with p withheld and m printed; with the quarters it is not.
        for (editions, isExposed) in [([], false), (earlier, true)] {
            let evidence = EditionEvidence(
                grids: [year], own: press.own, earlier: editions,
                changed: Dictionary(uniqueKeysWithValues: editions.map { ($0.number, 0) }),
                rules: EditionRules(.network))
            let release = try evidence.release()
            let others = [["no", "l"], ["yes", "p"], ["no", "p"]].compactMap {
                release.place(of: CellID($0 + ["mst", days]))
            }
            let small = try #require(release.place(of: CellID(["yes", "l", "mst", days])))
            let exposed = try Attacker().exposed(in: release, as: Pattern(of: release, withheldForOthers: others))
            #expect(exposed.contains(small) == isExposed)
        }
    }

    @Test func `groups of sites that overlap are told by what they are together`() {
        let grids = [
            Links.grid([(["a", "b"], 1, 1), (["c"], 1, 1), (["d"], 1, 1)], 8100...8100),
            Links.grid([(["a"], 1, 1), (["b", "c"], 1, 1), (["d"], 1, 1)], 8101...8101),
        ]
        let wanted: [Set<String>] = [["a"], ["a", "b"], ["a", "b", "c"], ["b", "c"], ["c"], ["d"]]
        #expect(EditionLinks.groups(grids) == wanted)
    }

    @Test func `the whole of fewer than three sites is withheld as those of units are`() throws {
        let days = EditionPeriod.name(8100...8103)
        for (sites, yes, no) in [(2, nil, 60), (3, 3, 61)] as [(Int, Int?, Int?)] {
            var grid = Links.whole(3, 61, 8100...8103)
            grid.contributors = [sites]
            let press = try Self.press([grid], .nhs)
            #expect(try Self.printed(CellID(["yes", EditionShape.network, "mst", days]), press) == yes)
            let other = try Self.printed(CellID(["no", EditionShape.network, "mst", days]), press)
            // One of the row beside the small one is withheld, or both are printed as they are.
            #expect(other == no || (sites == 2 && other == nil))
        }
    }

    @Test func `what all models leave of those that are printed is no exempt whole`() throws {
        var (all, one, few) = (
            Links.whole(43, 60, 8100...8111, EditionShape.allModels), Links.whole(40, 50, 8100...8111),
            Links.whole(3, 10, 8100...8111, "mst-can", rows: ["closures", "completed", "left"])
        )
        (all.contributors, one.contributors, few.contributors) = ([9], [9], [9])
        let press = try Self.press([all, one, few], .nhs)
        let days = EditionPeriod.name(8100...8111)
        let (whole, part) = (
            try Self.printed(CellID(["yes", EditionShape.network, EditionShape.allModels, days]), press),
            try Self.printed(CellID(["yes", EditionShape.network, "mst", days]), press)
        )
        #expect(whole == nil || part == nil)
    }

    @Test func `what the editions that are out tell already does not keep them from being restated`() throws {
        var earlier = try Links.quarters()
        let last = Links.grid([(["a"], 3, 20), (["b"], 30, 40)], 8103...8103)
        earlier.append(try Links.out(4, last))
        // A year that came out without being attacked together with its quarters.
        earlier.append(try Links.out(5, Links.grid([(["a"], 51, 80), (["b"], 120, 160)], 8100...8103)))
        for place in earlier.indices {
            for before in earlier[..<place] { earlier[place].changed[before.number] = 0 }
        }
        let press = try Self.press([last], after: earlier)
        #expect(try Self.printed(CellID(["yes", "a", "mst", EditionPeriod.name(8103...8103)]), press) == nil)
    }
}
