import Intervention
import Testing

/// Worked by hand from `uk.md` 6.9.
@Suite struct SDQTests {
    private func scores(
        _ answer: AnswerCode, but own: [ItemKey: AnswerCode?] = [:], from respondent: SDQ.Respondent = .parent
    ) throws -> SDQ.Scores {
        var answers = Dictionary(uniqueKeysWithValues: SDQ.definition.items.map { ($0.key, answer) })
        for (key, other) in own { answers[key] = other }
        return try SDQ.scores(of: answers, from: respondent)
    }

    private let keys: [SectionKey] = [
        .sdqEmotional, .sdqConduct, .sdqHyperactivity, .sdqPeer, .sdqProsocial, .sdqTotal, .sdqExternalising,
        .sdqInternalising,
    ]

    @Test(
        arguments: [
            ("0", [0, 2, 4, 4, 0, 10, 6, 4]), ("1", [5, 5, 5, 5, 5, 20, 10, 10]), ("2", [10, 8, 6, 6, 10, 30, 14, 16]),
        ] as [(AnswerCode, [Int])]
    )
    func `one answer throughout counts on the reversed items the other way`(row: (AnswerCode, [Int])) throws {
        let figures = try scores(row.0).figures
        #expect(keys.map { figures.points($0)?.number } == row.1)
        #expect(figures.whole == nil)
    }

    @Test func `every item is in one scale of five`() {
        let plan = SDQ.definition.plan
        #expect(plan.items == 25)
        #expect(plan.sections.map(\.places.count) == [5, 5, 5, 5, 5])
        #expect(Set(plan.sections.flatMap(\.places)).count == 25)
    }

    @Test(
        arguments: [
            // Emotional items 3, 8, 13, 16, 24: what is answered, and the score.
            (["2", "1", "1", nil, nil], 7), (["1", "1", "1", "0", nil], 4), (["1", "1", "0", "0", nil], 3),
            (["0", "0", "0", nil, nil], 0), (["2", "2", "2", nil, nil], 10), (["2", "2", nil, nil, nil], nil),
        ] as [([AnswerCode?], Int?)]
    )
    func `missing items are made up for, half a point upwards, from three answers on`(
        row: ([AnswerCode?], Int?)
    ) throws {
        let items: [ItemKey] = ["3", "8", "13", "16", "24"]
        let figures = try scores("0", but: Dictionary(uniqueKeysWithValues: zip(items, row.0))).figures
        #expect(figures.points(.sdqEmotional)?.number == row.1)
    }

    @Test func `a total without one of its scales is missing, the others stand`() throws {
        let scores = try scores("1", but: ["3": nil, "8": nil, "13": nil])
        #expect(scores.figures.sections[.sdqEmotional] == .missing(.tooFewItems(answered: 2, of: 5)))
        #expect(scores.figures.sections[.sdqTotal] == .missing(.section(.sdqEmotional)))
        #expect(scores.figures.sections[.sdqInternalising] == .missing(.section(.sdqEmotional)))
        #expect(scores.figures.points(.sdqExternalising) == Points(10))
        #expect(scores.bands[.sdqTotal] == nil)
        #expect(scores.bands[.sdqPeer] == .veryHigh)
    }

    @Test func `prosocial items weigh nothing in the total`() throws {
        let figures = try scores("0", but: ["1": "2", "4": "2", "9": nil, "17": nil, "20": nil]).figures
        #expect(figures.sections[.sdqProsocial]?.isMissing == true)
        #expect(figures.points(.sdqTotal) == Points(10))
    }

    @Test(
        arguments: [
            // The five scales and the total at 5, 5, 5, 5, 5 and 20.
            (.parent, [.high, .high, .closeToAverage, .veryHigh, .veryHigh, .veryHigh]),
            (.teacher, [.high, .veryHigh, .closeToAverage, .high, .slightlyRaised, .veryHigh]),
            (.young, [.slightlyRaised, .high, .closeToAverage, .veryHigh, .high, .veryHigh]),
        ] as [(SDQ.Respondent, [SDQ.Band])]
    )
    func `bands are the respondent's own`(row: (SDQ.Respondent, [SDQ.Band])) throws {
        let bands = try scores("1", from: row.0).bands
        #expect(keys.prefix(6).map { bands[$0] } == row.1)
    }

    @Test(
        arguments: [(8, .closeToAverage), (7, .slightlyRaised), (6, .high), (5, .veryHigh)] as [(Int, SDQ.Band)]
    )
    func `less kindness lies in a higher band`(row: (Int, SDQ.Band)) throws {
        let items: [ItemKey] = ["1", "4", "9", "17", "20"]
        let answers: [AnswerCode] = items.indices.map { place in
            row.0 - place * 2 >= 2 ? "2" : row.0 - place * 2 == 1 ? "1" : "0"
        }
        let bands = try scores("0", but: Dictionary(uniqueKeysWithValues: zip(items, answers))).bands
        #expect(bands[.sdqProsocial] == row.1)
    }

    @Test func `an answer that the questionnaire does not have is named with its item`() throws {
        #expect(
            throws: AnswerRefusal.unknownAnswer(place: 6, item: "7", given: "3", known: ["0", "1", "2"])
        ) { try scores("0", but: ["7": "3"]) }
    }
}
