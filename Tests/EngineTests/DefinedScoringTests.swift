import EpisodeEngine
import Intervention
import Testing

/// Scoring by the definition that the site has loaded: ten items, of which the last two are a section.
@Suite struct DefinedScoringTests {
    private static let options: [InstrumentDefinition.Option] = [
        .init("n", points: Points(0)), .init("y", points: Points(1)),
    ]

    /// Ten items by default, of which the last two are a section.
    private func definition(
        _ version: Int32 = 1, items: [ItemKey] = ["a", "b", "c", "d", "e", "f", "g", "h", "y", "z"]
    ) -> InstrumentDefinition {
        InstrumentDefinition(
            .tamR, version: InstrumentVersion(version), title: "Own", licence: "none", source: "invented [I]",
            items: items.map { key in
                InstrumentDefinition.Item(
                    key, section: key < "y" ? nil : "last", options: DefinedScoringTests.options)
            },
            sections: [.init("last", "Last", least: .items(2))], aggregate: .share, least: .items(1)
        )
    }

    private func answered(_ items: [Interview.ItemScore]) -> Interview {
        var answered = interview(1)
        answered.response = .items(items)
        return answered
    }

    private func scored(_ items: [Interview.ItemScore]) throws -> ScoredInterview {
        var tale = try Tale.inTreatment()
        tale.rules.definitions = InstrumentEditions([definition()])
        try tale.tell(.recordInterview(answered(items)), on: "2026-03-20")
        return try #require(tale.history.facts?.interviews.first)
    }

    /// An interview on record, scored by some editions, and what becomes of it when others are there at its correction.
    private func corrected(
        from items: [Interview.ItemScore], by earlier: [InstrumentDefinition], to changed: [Interview.ItemScore],
        having later: [InstrumentDefinition]
    ) throws -> AdherenceScore? {
        var tale = try Tale.inTreatment()
        tale.rules.definitions = InstrumentEditions(earlier)
        try tale.tell(.recordInterview(answered(items)), on: "2026-03-20")
        tale.rules.definitions = InstrumentEditions(later)
        let replacement = Correction<EpisodeCommand>.Replacement(
            tale.history.head, with: .recordInterview(answered(changed)), on: day("2026-03-21"))
        try tale.correct(Correction(cause: .entryError, replacements: [replacement]))
        return tale.history.facts?.interviews.first?.score
    }

    @Test func `a correction is scored by the definition that the interview was scored by`() throws {
        let (first, second) = (definition(), definition(2, items: ["a", "b", "y", "z"]))
        let score = try corrected(from: ones(10), by: [first], to: ones(9) + [.zero], having: [first, second])
        #expect(score == AdherenceScore(decimal: "0.9"))
        #expect(
            try refusal(from: ones(10), by: [first], to: ones(4), having: [first, second])
                == .wrongNumberOfItems(given: 4, wanted: 10))
        #expect(
            try refusal(from: ones(10), by: [first], to: ones(10), having: [second])
                == .unknownDefinition(.tamR, InstrumentVersion(1)))
    }

    /// Why a correction is refused.
    private func refusal(
        from items: [Interview.ItemScore], by earlier: [InstrumentDefinition], to changed: [Interview.ItemScore],
        having later: [InstrumentDefinition]
    ) throws -> Refusal? {
        let refusal = #expect(throws: Refusal.self) {
            _ = try corrected(from: items, by: earlier, to: changed, having: later)
        }
        guard case .noLongerFits(let misfits)? = refusal else { return refusal }
        return misfits.first?.because
    }

    @Test func `a correction is scored without a definition when there was none`() throws {
        let score = try corrected(from: ones(28), by: [], to: ones(14) + zeros(14), having: [definition()])
        #expect(score == AdherenceScore(decimal: "0.5"))
    }

    private func zeros(_ count: Int) -> [Interview.ItemScore] { Array(repeating: .zero, count: count) }

    private func ones(_ count: Int) -> [Interview.ItemScore] { Array(repeating: .one, count: count) }

    @Test func `the number of items is the definition's`() throws {
        #expect(try scored(ones(9) + [.zero]).score == AdherenceScore(decimal: "0.9"))
        #expect(throws: Refusal.wrongNumberOfItems(given: 28, wanted: 10)) { try scored(ones(28)) }
    }

    @Test func `an item of no section may be missing, one of a section that asks for all may not`() throws {
        #expect(try scored([.notAnswered] + ones(9)).isValid)
        let torn = try scored(ones(9) + [.notAnswered])
        #expect(torn.score == nil)
        #expect(torn.flaws == [.tooFewItems])
    }

    @Test func `the site's own least share of four fifths holds beside the definition's`() throws {
        let three = Array(repeating: Interview.ItemScore.notAnswered, count: 3)
        #expect(try scored(three + ones(7)).flaws == [.tooFewItems])
    }
}
