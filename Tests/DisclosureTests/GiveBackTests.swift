import Disclosure
import Testing

@Suite struct GiveBackTests {
    @Test func `hardly anything is withheld in vain: printing any one figure besides gives a small one away`() throws {
        let (suppressor, attacker) = (try Suppressor(), try Attacker())
        var (tried, vain) = (0, 0)
        for seed in 0..<90 {
            let release = try RandomTables.release(seed)
            guard let pattern = try? suppressor.pattern(for: release) else { continue }
            for cell in release.cells.indices
            where pattern[cell] == .secondary && release.cells[cell].canBeWithheld && !release.cells[cell].isProtected {
                var less = pattern
                less.giveBack(cell, of: release)
                if try attacker.exposed(in: release, as: less).isEmpty { vain += 1 }
                tried += 1
            }
        }
        print("\(tried) figures that are withheld for others, \(vain) of them in vain")
        #expect(vain * 50 <= tried)
        #expect(tried > 50)
    }

    @Test(.timeLimit(.minutes(5)))
    func `the figures of sites by model and quarter are safe, and the same every time`() throws {
        let release = try network()
        let pattern = try Suppressor().pattern(for: release)
        #expect(try Suppressor().pattern(for: try network()) == pattern)
        #expect(try Attacker().exposed(in: release, as: pattern).isEmpty)
        let small = Pattern(primaryOf: release).withheld(of: release)
        let all = pattern.withheld(of: release)
        print("\(all.cells) of \(all.of) figures withheld, \(small.cells) of them small")
    }

    /// Four sites of two models, four quarters.
    private func network() throws -> Release {
        var dice = Dice(3)
        func parts(_ name: String, _ number: Int) -> Dimension {
            Dimension(name, whole: "all of \(name)", parts: (1...number).map { "\(name) \($0)" })
        }
        let places = [parts("site", 4), parts("model", 2), parts("quarter", 4)]
        var tables = (1...1).map { number in
            let answers = ["yes", "no", "unknown"].map { "\(number): \($0)" }
            return CrossTable([Dimension("answer \(number)", whole: "closures", parts: answers)] + places)
        }
        for site in 1...4 {
            for model in 1...2 {
                for _ in 0..<35 {
                    let place = [site, model, 1 + dice.roll(4)]
                    for table in tables.indices {
                        let answer = dice.roll(10)
                        tables[table].count(1, at: [answer < 6 ? 1 : answer < 9 ? 2 : 3] + place)
                    }
                }
            }
        }
        var release = Release()
        for table in tables { try release.add(table) { _ in DisclosureProfile.dfe.units } }
        return release
    }
}
