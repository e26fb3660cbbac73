import Statistics

/// What a comparison found of what was planted in one network, what it missed, what it called out for nothing, and how likely
/// each was before.
package struct RehearsalFindings: Hashable, Sendable {
    /// A planted site.
    package struct Site: Hashable, Sendable {
        /// By what it was looked at.
        package let question: RehearsedQuestion
        /// The site and its truth.
        package let look: RehearsedLook
        /// What was counted.
        package let share: Proportion
        /// What the comparison says.
        package let signal: FunnelSignal
        /// Whether that is what was planted.
        package let isFound: Bool
        /// How likely it was to be found, or for a site without an effect to be called out.
        package let chance: Double
    }

    /// Whether sites differ by more than chance.
    package struct Difference: Hashable, Sendable {
        /// By what they were looked at.
        package let question: RehearsedQuestion
        /// The test's figure; about 1 when chance explains all.
        package let phi: Double
        /// Whether the comparison says that they do.
        package let isFound: Bool
        /// In how many of ``draws`` networks of the same sizes and truths it says so.
        package let found: Int
    }

    /// The planted sites.
    package let planted: [Site]
    /// Sites that were called out though nothing was planted; not by a question in which all differ.
    package let mistaken: [Site]
    /// Every question's test.
    package let differences: [Difference]
    /// How many looks there were at sites without an effect.
    package let looks: Int
    /// How many of them chance was to call out: the sum of their exact tails.
    package let expected: Double
    /// How likely it was that so many or more were, if sites were independent of each other.
    package let chanceOfSoMany: Double

    /// The findings in what was counted.
    package init(_ answers: [RehearsedAnswer], seed: UInt64) {
        var (planted, mistaken, tails) = ([Site](), [Site](), [Double]())
        for answer in answers where !answer.question.isOverdispersed {
            let said = RehearsedComparison(answer.shares)
            let chances = SignalChance.of(answer.looks)
            for (place, look) in answer.looks.enumerated() {
                let signal = said.signals[place]
                func site(_ isFound: Bool, _ chance: Double) -> Site {
                    Site(
                        question: answer.question, look: look, share: answer.shares[place], signal: signal,
                        isFound: isFound, chance: chance)
                }
                if let effect = look.effect {
                    let isFound = signal != .none && said.isBelow[place] == effect.isBelow
                    planted.append(site(isFound, chances[place].finding(effect)))
                } else {
                    tails.append(chances[place].any)
                    if signal != .none { mistaken.append(site(false, chances[place].any)) }
                }
            }
        }
        (self.planted, self.mistaken) = (planted, mistaken)
        let sum = PoissonBinomial(tails)
        (looks, expected) = (tails.count, sum?.expected ?? 0)
        chanceOfSoMany = sum?.probability(from: mistaken.count) ?? 1
        differences = answers.map { answer in
            let test = Overdispersion(answer.shares)
            let found = (0..<UInt64(RehearsalFindings.draws)).count { draw in
                let other = RehearsedAnswer(drawing: answer.question, answer.looks, seed: seed &+ 1 &+ draw)
                return Overdispersion(other.shares)?.isPresent == true
            }
            return Difference(
                question: answer.question, phi: test?.phi ?? 0, isFound: test?.isPresent == true, found: found)
        }
    }

    /// From how many networks of counts the chance of a test is taken that has no formula.
    package static let draws = 400
}
