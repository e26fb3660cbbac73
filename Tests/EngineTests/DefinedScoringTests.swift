import EpisodeEngine
import Intervention
import Testing

/// Scoring by the definition that the site has loaded: ten items, of which the last two are a section.
@Suite struct DefinedScoringTests {
    private static let options: [InstrumentDefinition.Option] = [
        .init("n", points: Points(0)), .init("y", points: Points(1)),
    ]

    private func scored(_ items: [Interview.ItemScore]) throws -> ScoredInterview {
        let definition = InstrumentDefinition(
            .tamR, version: InstrumentVersion(1), title: "Own", licence: "none", source: "invented [I]",
            items: ["a", "b", "c", "d", "e", "f", "g", "h", "y", "z"].map { (key: ItemKey) in
                InstrumentDefinition.Item(
                    key, section: key < "y" ? nil : "last", options: DefinedScoringTests.options)
            },
            sections: [.init("last", "Last", least: .items(2))], aggregate: .share, least: .items(1)
        )
        var tale = try Tale.inTreatment()
        tale.rules.definitions[.tamR] = definition
        var answered = interview(1)
        answered.response = .items(items)
        try tale.tell(.recordInterview(answered), on: "2026-03-20")
        return try #require(tale.history.facts?.interviews.first)
    }

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
