import CivilDate
import EpisodeEngine
import Intervention
import RandomHistories
import Testing

@Suite struct TimelineTests {
    @Test func `Monday's note of Friday's visit is legal after Saturday's closing`() throws {
        var tale = try Tale.inTreatment()
        try tale.tell(.close(Closing(reason: "completed")), on: "2026-07-11")
        try tale.tell(.recordContact(contact(1)), on: "2026-07-10")
        #expect(tale.history.facts?.contacts.count == 1)
        #expect(throws: Refusal.wrongPhase(.contactRecorded, .closed)) {
            try tale.tell(.recordContact(contact(2)), on: "2026-07-12")
        }
    }

    @Test func `on the day of closing a visit may be entered before or after it`() throws {
        var before = try Tale.inTreatment()
        try before.tell(.recordContact(contact(1)), on: "2026-07-11")
        try before.tell(.close(Closing(reason: "completed")), on: "2026-07-11")
        var after = try Tale.inTreatment()
        try after.tell(.close(Closing(reason: "completed")), on: "2026-07-11")
        try after.tell(.recordContact(contact(1)), on: "2026-07-11")
        #expect(before.history.facts == after.history.facts)
    }

    @Test func `on the day of declining a visit may be entered before or after it, and no day later`() throws {
        func referred() throws -> Tale {
            var tale = try Tale()
            try tale.tell(.refer(tale.referral()), on: "2026-03-01")
            return tale
        }
        let decline = EpisodeCommand.screen(Screening(.declined(.familyDeclined), onward: .earlyHelp))
        var before = try referred()
        try before.tell(.recordContact(contact(1)), on: "2026-03-05")
        try before.tell(decline, on: "2026-03-05")
        var after = try referred()
        try after.tell(decline, on: "2026-03-05")
        try after.tell(.recordContact(contact(1)), on: "2026-03-05")
        #expect(before.history.facts == after.history.facts)
        #expect(before.history.facts?.contacts.map(\.phase) == [.referred])
        #expect(throws: Refusal.wrongPhase(.contactRecorded, .declined)) {
            try after.tell(.recordContact(contact(2)), on: "2026-03-06")
        }
    }

    @Test func `a late closing that would leave later events without ground names every one`() throws {
        var tale = try Tale.inTreatment()
        try tale.tell(.recordInterview(interview(1)), on: "2026-04-10")
        try tale.tell(.recordContact(contact(1)), on: "2026-05-01")
        let closing = EpisodeCommand.close(Closing(reason: "moved"))
        #expect(
            throws: Refusal.noLongerFits([
                Misfit(
                    seq: StreamSeq(5), event: .interviewRecorded, on: day("2026-04-10"),
                    because: .wrongPhase(.interviewRecorded, .closed)
                ),
                Misfit(
                    seq: StreamSeq(6), event: .contactRecorded, on: day("2026-05-01"),
                    because: .wrongPhase(.contactRecorded, .closed)
                ),
            ])
        ) { try tale.tell(closing, on: "2026-04-01") }
    }

    @Test(arguments: 0..<200) func `late entry in any order gives the same state`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var entries: [Engine.Entry<EpisodeCommand>] = []
        for number in 1...UInt64.random(in: 2...25, using: &random) {
            let on = day("2026-03-10").adding(days: Int.random(in: 0...60, using: &random))
            let command: EpisodeCommand =
                Bool.random(using: &random) ? .recordContact(contact(number)) : .recordInterview(interview(number))
            entries.append(Engine.Entry(command, on: on))
        }
        entries.append(Engine.Entry(.close(Closing(reason: "completed")), on: day("2026-05-09")))
        let inOrder = try history(of: entries.sorted { $0.on < $1.on })
        let shuffled = try history(of: entries.shuffled(using: &random))
        #expect(inOrder.facts == shuffled.facts)
    }

    private func history(of entries: [Engine.Entry<EpisodeCommand>]) throws -> History<EpisodeStream> {
        var tale = try Tale.inTreatment()
        for entry in entries { try tale.tell(entry.command, on: entry.on.description) }
        return tale.history
    }

    @Test func `commands that belong together are decided together`() throws {
        let tale = try Tale()
        let entries = [
            Engine.Entry(EpisodeCommand.refer(tale.referral()), on: day("2026-03-01")),
            Engine.Entry(.startTreatment, on: day("2026-03-10")),
            Engine.Entry(.screen(Screening(.accepted)), on: day("2026-03-05")),
        ]
        let decisions = try Engine.decide(entries, after: tale.history, under: tale.rules, today: tale.today)
        #expect(decisions.map(\.event.name) == [.referred, .treatmentStarted, .screened])
    }

    @Test func `folding event by event and folding anew give the same state`() throws {
        var tale = try Tale.inTreatment()
        for number in 1...20 as ClosedRange<UInt64> {
            try tale.tell(.recordContact(contact(number)), on: number.isMultiple(of: 2) ? "2026-04-01" : "2026-03-15")
        }
        var again = History<EpisodeStream>()
        for recorded in tale.history.standing.sorted(by: { $0.seq < $1.seq }) { again.apply(recorded) }
        #expect(again == tale.history)
    }
}
