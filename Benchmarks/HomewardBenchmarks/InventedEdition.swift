import Disclosure
import RandomHistories

/// The figures of a network that nobody has: for each indicator how many closures were yes, no and unknown, by site, model
/// and quarter, with all margins. The tables share their totals, so they are linked.
struct InventedEdition {
    private let sites: Int
    private let models: Int
    private let quarters: Int
    private let indicators: Int
    /// How many families a team of one site and model closes in a year.
    private let closures: ClosedRange<Int>
    private let profile: DisclosureProfile

    init(_ words: Words) throws {
        sites = try words.number("sites")
        models = try words.number("models")
        quarters = try words.number("quarters")
        indicators = try words.number("indicators")
        let (least, most) = (try words.number("least"), try words.number("most"))
        guard sites > 1, models > 1, quarters > 1, indicators > 0, least >= 0, most >= least else {
            throw Words.Mistake("an edition has two sites, models and quarters at least, and least is at most most")
        }
        closures = least...most
        guard let profile = DisclosureProfile(named: try words.text("profile")) else {
            throw Words.Mistake("profile: there is none of that name")
        }
        self.profile = profile
    }

    /// The same figures in every run.
    func release() throws -> Release {
        var random = SplitMix64(seed: 1)
        var tables = (0..<indicators).map { number in
            CrossTable([
                answers(to: number), dimension("site", "network", sites), dimension("model", "all models", models),
                dimension("quarter", "year", quarters),
            ])
        }
        for site in 1...sites {
            for model in 1...models {
                for _ in 0..<Int.random(in: closures, using: &random) {
                    let place = [site, model, Int.random(in: 1...quarters, using: &random)]
                    for number in tables.indices {
                        tables[number].count(1, at: [answer(to: number, using: &random)] + place)
                    }
                }
            }
        }
        var release = Release()
        for table in tables {
            try release.add(table) { $0[1] == 0 ? profile.whole : profile.units }
        }
        return release
    }

    private func dimension(_ name: String, _ whole: String, _ parts: Int) -> Dimension {
        Dimension(name, whole: whole, parts: (1...parts).map { "\(name) \($0)" })
    }

    private func answers(to number: Int) -> Dimension {
        Dimension("indicator \(number)", whole: "closures", parts: ["yes", "no", "unknown"].map { "\(number): \($0)" })
    }

    /// Mostly yes: 55 to 88 in a hundred; unknown: 4 to 7.
    private func answer(to number: Int, using random: inout SplitMix64) -> Int {
        let chance = Int.random(in: 0..<100, using: &random)
        if chance < 55 + 3 * (number % 12) { return 1 }
        return chance < 96 - number % 4 ? 2 : 3
    }
}
