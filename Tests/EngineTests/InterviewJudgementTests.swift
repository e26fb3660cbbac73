import EpisodeEngine
import Intervention
import Testing

@Suite struct InterviewJudgementTests {
    private func judged(_ interview: Interview, on iso: String = "2026-03-20") throws -> ScoredInterview {
        var tale = try Tale.inTreatment()
        try tale.tell(.recordInterview(interview), on: iso)
        return try #require(tale.history.facts?.interviews.first)
    }

    @Test func `an interview by the call centre counts`() throws {
        let scored = try judged(interview(1, score: "0.61"))
        #expect(scored.isValid)
        #expect(scored.score == AdherenceScore(decimal: "0.61"))
        #expect(scored.threshold.isMet(bySumOf: [try #require(scored.score)]))
    }

    @Test func `the family's own therapist cannot hold it, a colleague's interview is kept`() throws {
        let own = try judged(interview(1, collector: .staff(try #require(StaffCode("T1")))))
        #expect(own.flaws == [.collectedByTherapist])
        #expect(!own.isValid)
        #expect(try judged(interview(2, collector: .staff(try #require(StaffCode("S9"))))).isValid)
    }

    @Test func `an interview before the first session on record does not count`() throws {
        #expect(try judged(interview(1), on: "2026-03-08").flaws == [.beforeTreatment])
    }

    @Test func `an interview counts when no first session is on record at all`() throws {
        var tale = try Tale()
        try tale.tell(.refer(tale.referral()), on: "2026-03-01")
        try tale.tell(.screen(Screening(.accepted)), on: "2026-03-05")
        try tale.tell(.recordInterview(interview(1)), on: "2026-03-20")
        #expect(tale.history.facts?.validInterviews.count == 1)
    }

    @Test func `a respondent whom the instrument does not ask does not count`() throws {
        var asked = interview(1)
        asked.respondent = .other
        #expect(try judged(asked).flaws == [.respondentNotAsked])
    }

    @Test(arguments: [
        (answered: 28, ones: 19, expected: "0.678571429"), (answered: 23, ones: 23, expected: "1"),
    ])
    func `items become the share that counts`(answered: Int, ones: Int, expected: String) throws {
        var items = Array(repeating: Interview.ItemScore.one, count: ones)
        items += Array(repeating: .zero, count: answered - ones)
        items += Array(repeating: .notAnswered, count: 28 - answered)
        var byItems = interview(1)
        byItems.response = .items(items)
        #expect(try judged(byItems).score == AdherenceScore(decimal: expected))
    }

    @Test func `too few items give no score`() throws {
        var byItems = interview(1)
        byItems.response = .items(
            Array(repeating: .one, count: 22) + Array(repeating: .notAnswered, count: 6)
        )
        let scored = try judged(byItems)
        #expect(scored.score == nil)
        #expect(scored.flaws == [.tooFewItems])
    }

    @Test func `the number of items is the instrument's`() throws {
        var byItems = interview(1)
        byItems.response = .items([.one, .zero])
        #expect(throws: Refusal.wrongNumberOfItems(given: 2, wanted: 28)) { try judged(byItems) }
    }

    @Test func `an answer comes with a completed interview and with no other`() throws {
        var refused = interview(1)
        refused.result = .refused
        #expect(throws: Refusal.answerDoesNotMatchResult) { try judged(refused) }
        refused.response = nil
        #expect(try judged(refused).isValid == false)
        var silent = interview(1)
        silent.response = nil
        #expect(throws: Refusal.answerDoesNotMatchResult) { try judged(silent) }
    }

    @Test func `an instrument of another model is refused`() throws {
        var other = interview(1)
        other.instrument = "tam-can"
        #expect(throws: Refusal.unknownInstrument("tam-can")) { try judged(other) }
    }
}
