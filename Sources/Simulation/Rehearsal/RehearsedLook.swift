import Statistics

/// One site as it is looked at by one question: how many cases it has, and what the true share is.
package struct RehearsedLook: Hashable, Sendable {
    /// The site, counted from 1.
    package let site: Int
    /// Its cases.
    package let cases: Int
    /// The true share, from 0 to 1.
    package let rate: Double
    /// What is planted here and must be found; nil for nothing.
    package let effect: PlantedEffect?

    /// A count as chance gives it.
    func draw(_ dice: inout Dice) -> Proportion? {
        let numerator = (0..<cases).count { _ in dice.chance(rate) }
        return Proportion(numerator: numerator, denominator: cases)
    }
}

/// The counts of all sites by one question, beside the truth that was planted.
package struct RehearsedAnswer: Hashable, Sendable {
    /// What was asked.
    package let question: RehearsedQuestion
    /// The sites in their order.
    package let looks: [RehearsedLook]
    /// What was counted at each.
    package let shares: [Proportion]

    /// - Parameter shares: of site 1, 2 and so on.
    package init(_ question: RehearsedQuestion, _ shares: [Proportion], planted effects: PlantedEffects) {
        self.question = question
        self.shares = shares
        looks = RehearsedAnswer.looks(question, shares.map(\.denominator), effects)
    }

    /// Counts that chance gives sites of these sizes.
    init(drawing question: RehearsedQuestion, _ looks: [RehearsedLook], seed: UInt64) {
        let number = UInt64(RehearsedQuestion.allCases.firstIndex(of: question) ?? 0)
        self.question = question
        self.looks = looks
        shares = looks.compactMap { look in
            var dice = Dice(seed: seed, RehearsedAnswer.path, number, UInt64(look.site))
            return look.draw(&dice)
        }
    }

    static func looks(
        _ question: RehearsedQuestion, _ cases: [Int], _ effects: PlantedEffects
    ) -> [RehearsedLook] {
        cases.enumerated().map { place, cases in
            RehearsedLook(
                site: place + 1, cases: cases, rate: effects.rate(of: place + 1, in: question),
                effect: effects.effect(of: place + 1, in: question))
        }
    }

    private static let path: UInt64 = 0x434F_554E_54
}
