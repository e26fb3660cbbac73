import Disclosure
import Testing

@testable import Reporting

/// The people of a site have its figures exactly, whatever an edition prints of them, and take them away from the rest.
@Suite struct EditionSiteReaderTests {
    /// What an edition of one table prints of a row at a place.
    private static func printed(_ row: String, _ place: String, of grid: EditionGrid) throws -> Int? {
        try EditionLinksTests.printed(row, place, of: grid, after: [])
    }

    /// The small figures that the people of a site can work out, who know what is said of them.
    private static func exposed(
        to site: String, in grid: EditionGrid, _ press: EditionPress
    ) throws -> [CellID] {
        let evidence = EditionEvidence(
            grids: [grid], own: press.own, earlier: [], changed: [:], rules: EditionRules(.network))
        let release = try evidence.release()
        let secondary = press.pattern.withheldForOthers(in: press.own)
        let pattern = Pattern(of: release, withheldForOthers: secondary)
        let view = try evidence.known(to: site, of: release, decided: pattern) { _ in false }
        return try Attacker().exposed(in: view, as: Pattern(primaryOf: view)).map { view.cells[$0].id }
    }

    @Test func `what a site leaves of a whole is as small as a figure of its own`() throws {
        let grid = EditionLinksTests.grid([(["a"], 30, 20), (["b"], 1, 12), (["c"], 2, 15)], 8100...8100)
        let press = try EditionPress([grid], by: .network, after: [], changed: [:])
        // The people of a know that 30 of 33 are theirs: one of the others has one family, the other two.
        #expect(try Self.printed("yes", EditionShape.network, of: grid) == nil)
        for site in ["a", "b", "c"] { #expect(try Self.exposed(to: site, in: grid, press) == [], "\(site)") }
    }

    @Test func `printing the whole after all gives the others away, and to that site alone`() throws {
        let grid = EditionLinksTests.grid([(["a"], 30, 20), (["b"], 1, 12), (["c"], 2, 15)], 8100...8100)
        let press = try EditionPress([grid], by: .network, after: [], changed: [:])
        let whole = try #require(press.own.place(of: grid.figure(1, 0, 0)))
        let rest = try #require(press.own.place(of: grid.figure(2, 0, 0)))
        var secondary = press.pattern.withheldForOthers(in: press.own)
        secondary.removeAll { $0 == whole || $0 == rest }
        let evidence = EditionEvidence(
            grids: [grid], own: press.own, earlier: [], changed: [:], rules: EditionRules(.network))
        let pattern = Pattern(of: press.own, withheldForOthers: secondary)
        let view = try evidence.known(to: "a", of: press.own, decided: pattern) { _ in false }
        let told = try Attacker().exposed(in: view, as: Pattern(primaryOf: view)).map { view.cells[$0].id }
        #expect(told.contains(grid.figure(1, 2, 0)) && told.contains(grid.figure(1, 3, 0)), "\(told)")
    }

    @Test func `a site knows its part of a group, and of the network where it does not stand alone`() throws {
        var grid = EditionLinksTests.grid([(["a", "b", "c"], 9, 12), (["d"], 20, 30)], 8100...8100)
        grid.own = ["a": [3, 2], "b": [4, 4], "c": [2, 6], "d": [20, 30]]
        let parts = grid.figures(of: "b").map { "\($0.id) \($0.part) \($0.isAll)" }
        #expect(grid.figures(of: "b").map(\.part) == [8, 8, 4, 4, 4, 4], "\(parts)")
        #expect(grid.figures(of: "d").filter(\.isAll).map(\.part) == [50, 20, 30])
        #expect(grid.figures(of: "e").isEmpty)
        let press = try EditionPress([grid], by: .network, after: [], changed: [:])
        // Nine less four are five of two sites.
        #expect(try Self.printed("yes", "a + b + c", of: grid) == nil)
        for site in ["a", "b", "c", "d"] { #expect(try Self.exposed(to: site, in: grid, press) == [], "\(site)") }
    }

    @Test func `what an edition tells is known of sites that stand alone, where nothing else was kept`() {
        let grid = EditionLinksTests.grid([(["a", "b", "c"], 9, 12), (["d"], 20, 30)], 8100...8100)
        #expect(grid.known == ["d": [20, 30]])
    }
}
