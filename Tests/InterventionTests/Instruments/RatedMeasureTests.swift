import CivilDate
import Intervention
import Testing

@Suite struct RatedMeasureTests {
    private static let slot = CivilDate(year: 2026, month: 1, day: 1) ?? CivilDate(dayNumber: 0)
    private static let after = slot.adding(months: 2)

    private func returned(
        _ score: String?, sections: [(SectionKey, String)] = [], slot: CivilDate = slot, on day: Int = 20,
        number: UInt64 = 1
    ) -> Dated<MeasureReturn> {
        let parts = sections.compactMap { key, text in AdherenceScore(decimal: text).map { SectionScore(key, $0) } }
        let one = MeasureReturn(
            id: MeasureReturnID(high: 1, low: number), of: .supervisorMeasure, slotFrom: slot,
            about: StaffCode("S1"), score: score.flatMap { AdherenceScore(decimal: $0) }, sections: parts
        )
        return Dated(one, on: slot.adding(days: day))
    }

    private func summary(
        of returns: [Dated<MeasureReturn>], least: Int = 3, on day: CivilDate = after
    ) throws -> RatedSummary {
        let summaries = RatedMeasure.summaries(of: returns, least: least, months: 2, on: day)
        #expect(summaries.count == 1)
        return try #require(summaries.first)
    }

    @Test func `three raters give a mean in hundredths`() throws {
        let summary = try summary(of: ["0.5", "0.6", "0.8"].map { returned($0) })
        #expect(summary.raters == 3)
        #expect(summary.whole.description == "0.63")
    }

    @Test(arguments: [1, 2, 3])
    func `two raters give no figure and not their number, whatever least is asked for`(least: Int) throws {
        let parts: [(SectionKey, String)] = [("principles", "0.4")]
        let summary = try summary(of: ["0.5", "0.6"].map { returned($0, sections: parts) }, least: least)
        #expect(summary.raters == nil)
        #expect(summary.whole == .suppressed)
        #expect(summary.sections.isEmpty)
    }

    @Test func `a site may ask for more raters`() throws {
        #expect(try summary(of: Array(repeating: returned("0.5"), count: 4), least: 5).whole == .suppressed)
        #expect(try summary(of: Array(repeating: returned("0.5"), count: 5), least: 5).raters == 5)
    }

    @Test func `a return without a score is no rater`() throws {
        #expect(try summary(of: [returned("0.5"), returned("0.6"), returned(nil)]).whole == .suppressed)
    }

    @Test func `sections are shown only when every rater gave all of them`() throws {
        let whole = ["0.4", "0.6", "0.8"].map { returned("0.5", sections: [("plan", $0), ("growth", "0.5")]) }
        #expect(try summary(of: whole).sections.mapValues(\.description) == ["plan": "0.6", "growth": "0.5"])

        let torn = whole + [returned("0.5", sections: [("plan", "0.1")])]
        #expect(try summary(of: torn).sections.isEmpty)
        #expect(try summary(of: torn).raters == 4)

        let silent = whole + [returned(nil, sections: [("plan", "0.1"), ("growth", "0.1")])]
        #expect(try summary(of: silent).sections.isEmpty)
    }

    @Test(arguments: [("1", "0.95 or more"), ("0", "0.05 or less"), ("0.95", "0.95"), ("0.05", "0.05")])
    func `at the ends of the scale, where all raters said the same, there is a range`(row: (String, String)) throws {
        #expect(try summary(of: Array(repeating: returned(row.0), count: 3)).whole.description == row.1)
    }

    @Test func `a slot is summed up when it is over, and never again`() throws {
        let inTime = ["0.2", "0.3", "0.7"].map { returned($0) }
        let late = returned("0.9", on: 60)
        let lastDay = RatedMeasureTests.after.adding(days: -1)

        #expect(RatedMeasure.summaries(of: inTime, least: 3, months: 2, on: lastDay).isEmpty)
        #expect(try summary(of: inTime + [late]) == summary(of: inTime))
    }

    @Test func `asking on different days never gives two figures that differ by a rater`() throws {
        var generator = SplitMix(state: 7)
        let slots = (0..<4).map { RatedMeasureTests.slot.adding(months: 2 * $0) }
        let returns = (0..<60).map { number in
            returned(
                "0.\(Int.random(in: 10...89, using: &generator))", slot: slots[number % 4],
                on: Int.random(in: 0...90, using: &generator), number: UInt64(number)
            )
        }
        var known: [RatedSlot: RatedSummary] = [:]
        for day in 0...300 {
            let today = RatedMeasureTests.slot.adding(days: day)
            let there = returns.filter { $0.on <= today }
            for summary in RatedMeasure.summaries(of: there, least: 3, months: 2, on: today) {
                #expect(known[summary.slot] ?? summary == summary)
                known[summary.slot] = summary
            }
        }
        #expect(known.count == 4)
    }
}

/// The same numbers for the same seed on any machine.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
