import Disclosure
import Testing

@Suite struct RefusalTests {
    let rule = CellRule(smallUpTo: 7, base: 1)

    @Test func `an edition that an earlier one pins is refused, with the figure and the sums`() throws {
        // The earlier edition printed the parts' total, and this one may not withhold it any more.
        var before = Release()
        let parts = try [20, 5].enumerated().map { index, count in
            try before.add(Cell(CellID("part \(index)"), count: count, rule: rule))
        }
        let total = try before.add(Cell(CellID("total"), count: 25, rule: rule))
        try before.tell(parts, addUpTo: total)
        var now = before
        try now.add(
            PublishedEdition(number: 1, release: before, pattern: Pattern(primaryOf: before)), changed: 0)

        let fault = #expect(throws: DisclosureFault.self) { try Suppressor().pattern(for: now) }
        guard case .pinned(let exposure)? = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(exposure.bounds.whole == 5...5)
        #expect(fault?.description.contains("part 1' can be worked out as 5, by: ") == true)
        #expect(exposure.equations.contains("edition 1: part 0 + part 1 = total"))
    }

    @Test func `a figure with two counts is a contradiction`() throws {
        var release = Release()
        try release.add(Cell(CellID("closures"), count: 4, rule: rule))
        #expect(throws: DisclosureFault.contradiction("'closures' is 4 in one table and 5 in another.")) {
            try release.add(Cell(CellID("closures"), count: 5, rule: rule))
        }
    }

    @Test func `parts that do not add up are a contradiction`() throws {
        var release = Release()
        let part = try release.add(Cell(CellID("part"), count: 4, rule: rule))
        let total = try release.add(Cell(CellID("total"), count: 5, rule: rule))
        #expect(throws: DisclosureFault.contradiction("The counts do not fulfil: part = total.")) {
            try release.tell([part], addUpTo: total)
        }
    }

    @Test func `the missing library is named with how to install it`() throws {
        #expect(throws: DisclosureFault.solverMissing) { try CLP(from: "libNowhere.so.1") }
        #expect(DisclosureFault.solverMissing.description.contains("apt-get install coinor-libclp1"))
    }

    @Test func `zeros are printed whatever is withheld`() throws {
        var table = CrossTable([
            Dimension("answer", whole: "closures", parts: ["yes", "no", "unknown"]),
            Dimension("site", whole: "network", parts: ["a", "b"]),
        ])
        for (place, count) in [([1, 1], 3), ([1, 2], 9), ([2, 1], 12), ([2, 2], 2)] { table.count(count, at: place) }
        var release = Release()
        try release.add(table) { _ in rule }
        let pattern = try Suppressor().pattern(for: release)
        for index in release.cells.indices where release.cells[index].count == 0 {
            #expect(pattern.printed(index, of: release) == 0)
        }
        let share = pattern.withheld(of: release)
        #expect(share.of == 12)
        #expect(share.cells == release.cells.indices.count { pattern[$0].isWithheld })
    }
}
