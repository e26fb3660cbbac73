import Disclosure

/// Numbers that look like chance and are the same on every run.
struct Dice {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// A number from 0 to below the limit.
    mutating func roll(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}

/// Releases of two linked tables, invented from a seed; every third with an earlier edition of other counts.
enum RandomTables {
    static func release(_ seed: Int) throws -> Release {
        var dice = Dice(seed)
        let profile = DisclosureProfile.all[seed % 3]
        let sites = Dimension("site", whole: "network", parts: (0...1 + dice.roll(2)).map { "site \($0)" })
        let answers = ["at home", "in school"].map { question in
            Dimension(question, whole: "closures", parts: ["\(question): yes", "\(question): no"])
        }
        var earlier: Release?
        if seed % 3 == 1 {
            earlier = try tables(answers, sites, profile, counts(answers, sites, &dice))
        }
        guard let earlier else { return try tables(answers, sites, profile, counts(answers, sites, &dice)) }
        // One record of the first place has come since.
        var counts = Self.counts(of: earlier, answers, sites)
        counts[0][0] += 1
        counts[1][0] += 1
        var release = try tables(answers, sites, profile, counts)
        let pattern = try Suppressor().pattern(for: earlier)
        try release.add(PublishedEdition(number: 1, release: earlier, pattern: pattern), changed: 1)
        return release
    }

    /// For each question, the counts of yes and no of each site, site by site.
    private static func counts(_ answers: [Dimension], _ sites: Dimension, _ dice: inout Dice) -> [[Int]] {
        var counts = answers.map { _ in [Int]() }
        for _ in sites.leaves {
            let cases = dice.roll(25)
            for question in answers.indices {
                let yes = cases == 0 ? 0 : cases - dice.roll(min(cases, 9) + 1)
                counts[question] += [yes, cases - yes]
            }
        }
        return counts
    }

    private static func counts(of release: Release, _ answers: [Dimension], _ sites: Dimension) -> [[Int]] {
        answers.map { answer in
            sites.leaves.flatMap { site in
                [1, 2].map { part in
                    let id = CellID([answer.nodes[part].name, sites.nodes[site].name])
                    return release.place(of: id).map { release.cells[$0].count } ?? 0
                }
            }
        }
    }

    private static func tables(
        _ answers: [Dimension], _ sites: Dimension, _ profile: DisclosureProfile, _ counts: [[Int]]
    ) throws -> Release {
        var release = Release()
        for (question, answer) in answers.enumerated() {
            var table = CrossTable([answer, sites])
            for (index, site) in sites.leaves.enumerated() {
                table.count(counts[question][2 * index], at: [1, site])
                table.count(counts[question][2 * index + 1], at: [2, site])
            }
            try release.add(table) { $0[1] == 0 ? profile.whole : profile.units }
        }
        return release
    }
}
