import Intervention
import Testing

@Suite struct ScoringPlanTests {
    private let points: [Points?] = [Points(1), Points(0), nil, Points(1), nil, Points(1)]

    private static func share(_ text: String) -> AdherenceScore {
        guard let share = AdherenceScore(decimal: text) else { preconditionFailure("no share: \(text)") }
        return share
    }

    private func plan(_ least: LeastAnswered, _ sections: [ScoringPlan.Section] = []) -> ScoringPlan {
        ScoringPlan(items: 6, least: least, sections: sections, aggregate: .share)
    }

    @Test func `a share is of what was counted`() {
        #expect(plan(.items(4)).figures(of: points).share == AdherenceScore(decimal: "0.75"))
    }

    @Test(
        arguments: [
            (.items(4), true), (.items(5), false), (.share(ScoringPlanTests.share("0.66")), true),
            (.share(ScoringPlanTests.share("0.67")), false),
        ] as [(LeastAnswered, Bool)]
    )
    func `the minimum of the whole is a number or a share of items`(row: (LeastAnswered, Bool)) {
        #expect((plan(row.0).figures(of: points).share != nil) == row.1)
    }

    @Test func `a section with too few answers leaves no score`() {
        let first = ScoringPlan.Section("first", places: [0, 1, 2], least: .items(2))
        let last = ScoringPlan.Section("last", places: [3, 4, 5], least: .items(3))

        let figures = plan(.items(1), [first, last]).figures(of: points)

        #expect(figures.sections["first"] == AdherenceScore(decimal: "0.5").map { .share($0) })
        #expect(figures.sections["last"] == .missing(.tooFewItems(answered: 2, of: 3)))
        #expect(figures.whole == .missing(.section("last")))
        #expect(figures.share == nil)
    }

    @Test func `nothing answered gives nothing, whatever the minimum`() {
        let figures = plan(.items(0)).figures(of: [nil, nil, nil, nil, nil, nil])
        #expect(figures.share == nil)
    }

    @Test func `answers are recoded, reversed and counted or not, each by its item`() throws {
        let agree: [InstrumentDefinition.Option] = [
            .init("1", points: Points(0)), .init("2", points: Points(1)), .init("na", points: nil),
        ]
        let definition = InstrumentDefinition(
            "own", version: InstrumentVersion(1), title: "Own", licence: "none", source: "invented [I]",
            items: [
                .init("a", options: agree), .init("b", isReversed: true, options: agree), .init("c", options: agree),
                .init("d", isReversed: true, options: agree),
            ],
            aggregate: .share, least: .items(1)
        )

        #expect(try definition.itemScores(of: ["2", "2", "na", nil]) == [.one, .zero, .notAnswered, .notAnswered])
        #expect(try definition.itemScores(of: ["1", "1", nil, "na"]) == [.zero, .one, .notAnswered, .notAnswered])
        #expect(throws: AnswerRefusal.wrongNumber(given: 3, wanted: 4)) { try definition.points(of: ["1", "1", "1"]) }
    }
}
