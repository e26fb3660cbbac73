import Statistics

/// Many networks of counts with the same truths: how often what was planted is found and others are called out, beside what
/// the exact probabilities say.
package struct RehearsalSeries: Hashable, Sendable {
    /// How often something happened in so many tries, each with a probability of its own.
    package struct Tally: Hashable, Sendable {
        /// The question, and for a single site the site.
        package let question: RehearsedQuestion
        /// The site, counted from 1; nil for all of them without an effect.
        package let site: Int?
        /// Looks: networks times sites.
        package let looks: Int
        /// In how many of them there was a signal.
        package let count: Int
        /// How many there were to be.
        package let expected: Double
        /// Between which counts all but two in a thousand such series lie.
        package let limits: ClosedRange<Int>

        /// Whether the count lies there.
        package var isWithin: Bool { limits.contains(count) }
    }

    /// How many networks.
    package let networks: Int
    /// For each planted site how often it was found.
    package let found: [Tally]
    /// For each question how often sites without an effect were called out.
    package let mistaken: [Tally]
    /// The same for each single site.
    package let mistakenBySite: [Tally]
    /// By each question in how many networks sites differed by more than chance.
    package let overdispersed: [RehearsedQuestion: Int]

    /// Whether every rate is what the exact probabilities say.
    package var isAsExpected: Bool { (found + mistaken).allSatisfy(\.isWithin) }

    /// The series of seeds from one on. Where effects are planted is the same in all of them.
    /// - Parameter networks: how many; 1 or more.
    package init(from seed: UInt64, networks: Int) {
        let effects = PlantedEffects(seed: seed, sites: RehearsalSeries.sizes.count)
        let seeds = (0..<UInt64(max(1, networks))).map { seed &+ $0 }
        var (found, mistaken, single) = ([Tally](), [Tally](), [Tally]())
        var overdispersed: [RehearsedQuestion: Int] = [:]
        for question in RehearsedQuestion.allCases {
            let looks = RehearsedAnswer.looks(question, RehearsalSeries.sizes, effects)
            let said = seeds.map { RehearsedComparison(RehearsedAnswer(drawing: question, looks, seed: $0).shares) }
            overdispersed[question] = said.count { $0.overdispersion?.isPresent == true }
            guard !question.isOverdispersed else { continue }
            let tallies = RehearsalSeries.tallies(question, looks, said)
            found += tallies.filter { looks[($0.site ?? 1) - 1].effect != nil }
            let others = tallies.filter { looks[($0.site ?? 1) - 1].effect == nil }
            single += others
            mistaken.append(Tally(adding: others, question))
        }
        self.networks = seeds.count
        (self.found, self.mistaken, mistakenBySite) = (found, mistaken, single)
        self.overdispersed = overdispersed
    }

    /// Each site of a question by itself: signals of any kind, or for a planted one those that find it.
    private static func tallies(
        _ question: RehearsedQuestion, _ looks: [RehearsedLook], _ said: [RehearsedComparison]
    ) -> [Tally] {
        zip(looks.indices, SignalChance.of(looks)).map { place, chance in
            let look = looks[place]
            let count = said.count { one in
                one.signals[place] != .none && look.effect.map { one.isBelow[place] == $0.isBelow } ?? true
            }
            return Tally(
                question, look.site, count, of: said.count,
                each: look.effect.map(chance.finding) ?? chance.any)
        }
    }

    /// How many closures each of the 24 sites has: from a young team's year to that of a large site.
    static let sizes = (0..<24).map { 20 + $0 * 29 % 24 * 3 }
}

extension RehearsalSeries.Tally {
    /// Independent looks of one probability: limits by the binomial distribution itself.
    init(_ question: RehearsedQuestion, _ site: Int, _ count: Int, of looks: Int, each chance: Double) {
        (self.question, self.site, self.looks, self.count) = (question, site, looks, count)
        expected = Double(looks) * chance
        limits =
            Binomial(cases: looks, chance: chance).map { binomial in
                let tail = NormalQuantile.z998.tail
                let low = (0...looks).first { binomial.probability(upTo: $0) >= tail } ?? 0
                let high = (0...looks).last { binomial.probability(from: $0) >= tail } ?? looks
                return low...max(low, high)
            } ?? 0...looks
    }

    /// Many sites together, each with a probability of its own: the variance is the sum of p (1 - p).
    init(adding tallies: [RehearsalSeries.Tally], _ question: RehearsedQuestion) {
        let variance = tallies.reduce(0) { $0 + $1.expected * (1 - $1.expected / Double(max(1, $1.looks))) }
        let (mean, reach) = (
            tallies.reduce(0) { $0 + $1.expected }, NormalQuantile.z998.z * variance.squareRoot()
        )
        (self.question, site) = (question, nil)
        looks = tallies.reduce(0) { $0 + $1.looks }
        count = tallies.reduce(0) { $0 + $1.count }
        expected = mean
        limits = Int(max(0, mean - reach).rounded(.down))...Int(max(0, mean + reach).rounded(.up))
    }
}
