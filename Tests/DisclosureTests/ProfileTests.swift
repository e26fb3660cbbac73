import Disclosure
import Testing

@Suite struct ProfileTests {
    /// The rounding vector of design/statistics.md, 8; -1 stands for the symbol.
    @Test(arguments: [
        (0, 0), (1, -1), (7, -1), (8, 10), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20), (20, 20), (22, 20),
        (23, 25), (27, 25), (28, 30), (100, 100), (102, 100), (103, 105),
    ])
    func `hospital episodes are rounded as published`(count: Int, printed: Int) throws {
        var release = Release()
        try release.add(Cell(CellID("cell"), count: count, rule: DisclosureProfile.nhs.units))
        #expect(Pattern(primaryOf: release).printed(0, of: release) ?? -1 == printed)
    }

    @Test func `a whole network is rounded to tens, and to nothing where it is exempt`() {
        #expect(DisclosureProfile.dfe.whole.rounded(64) == 60)
        #expect(DisclosureProfile.dfe.whole.rounded(65) == 70)
        #expect(DisclosureProfile.dfe.whole.status(of: 0) == .shown)
        #expect(DisclosureProfile.dfe.whole.status(of: 5) == .primary)
        #expect(DisclosureProfile.nhs.whole.status(of: 3) == .shown)
    }

    @Test(arguments: [
        CellRule(smallUpTo: 7, base: 5), CellRule(smallUpTo: 5, base: 10), CellRule(smallUpTo: 0, base: 3),
    ])
    func `a rounded figure stands for exactly the counts that are rounded to it`(rule: CellRule) {
        for count in (rule.smallUpTo + 1)...60 {
            let alike = ((rule.smallUpTo + 1)...90).filter { rule.rounded($0) == rule.rounded(count) }
            #expect(rule.countsRounded(as: count) == alike[0]...alike[alike.count - 1])
        }
    }

    @Test func `percentages are made of what is printed`() {
        func text(_ numerator: Int?, _ denominator: Int?, _ profile: DisclosureProfile) -> String? {
            ReleasedPercentage(numerator, of: denominator, by: profile)?.description
        }
        #expect(text(10, 15, .nhs) == "66.7%")
        #expect(text(1, 8, .dfe) == "12.5%")
        #expect(text(1, 2_000, .dfe) == "0.1%")
        #expect(text(0, 20, .dfe) == "0.0%")
        #expect(text(20, 20, .dfe) == "100.0%")
        #expect(text(nil, 20, .dfe) == nil)
        #expect(text(10, nil, .dfe) == nil)
        #expect(text(25, 20, .nhs) == nil)
        #expect(text(6, 9, .network) == nil)
        #expect(text(6, 10, .network) == "60.0%")
    }

    @Test func `sites with few closures are put together, three or more of them where there are so many`() {
        #expect(UnitMerging(["a": 4, "b": 7, "c": 30], by: .network).together == ["a", "b", "c"])
        #expect(UnitMerging(["a": 4, "b": 12, "c": 30, "d": 31], by: .network).together == ["a", "b", "c"])
        #expect(UnitMerging(["a": 4, "b": 12], by: .network).together == ["a", "b"])
        #expect(UnitMerging(["a": 2, "b": 3, "c": 30, "d": 31], by: .network).together == ["a", "b", "c"])
        #expect(UnitMerging(["a": 10, "b": 12], by: .network).together == [])
        #expect(UnitMerging(["a": 1, "b": 12], by: .dfe).together == [])
        // Nations by how many of their sites count: three at least, of two nations at least.
        #expect(UnitMerging(["e": 9, "s": 2, "w": 2], fewest: 3, members: 2).together == ["s", "w"])
        #expect(UnitMerging(["e": 9, "s": 1, "w": 1], fewest: 3, members: 2).together == ["e", "s", "w"])
        #expect(UnitMerging(["e": 9, "s": 3, "w": 2], fewest: 3, members: 2).together == ["s", "w"])
        #expect(UnitMerging(["e": 9, "s": 3, "w": 3], fewest: 3, members: 2).together == [])
    }

    @Test(arguments: DisclosureProfile.all)
    func `every number of a profile has a source`(profile: DisclosureProfile) {
        #expect(DisclosureProfile(named: profile.name) == profile)
        for parameter in profile.parameters {
            #expect(parameter.source.hasPrefix("[V]") || parameter.source.hasPrefix("[I]"))
        }
        #expect(DisclosureProfile(named: "exact") == nil)
    }
}
