import CivilDate
import EpisodeEngine
import Intervention
import MSTFIT
import RandomHistories
import Testing

/// What is known of an episode follows from what happened and when, not from when it was entered.
@Suite struct OrderOfEntryTests {
    private typealias Entry = Engine.Entry<EpisodeCommand>

    private static let own = Collector.staff(Specimens.code("T1"))

    private func accepted(_ model: any InterventionModel) throws -> Tale {
        var tale = try Tale(model)
        try tale.tell(.refer(tale.referral()), on: "2026-03-01")
        try tale.tell(.screen(Screening(.accepted)), on: "2026-03-02")
        return tale
    }

    /// Enters all of it, as often over as something still waits for its ground.
    private func told(_ entries: [Entry], of model: any InterventionModel = MSTFIT()) throws -> EpisodeFacts {
        var tale = try accepted(model)
        var waiting = entries
        while !waiting.isEmpty {
            let before = waiting.count
            waiting.removeAll { (try? tale.tell($0.command, on: $0.on.description)) != nil }
            try #require(waiting.count < before, "nothing of \(waiting) can be entered")
        }
        return try #require(tale.history.facts)
    }

    @Test(arguments: 0..<200) func `late entry of anything in any order gives the same facts`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let other = Allocation(team: TeamID(high: 2, low: 2), therapist: StaffCode("T2"))
        var entries = [
            Entry(.allocate(Allocation(team: Tale.team, therapist: StaffCode("T1"))), on: day("2026-03-06")),
            Entry(.allocate(other), on: day("2026-05-01")),
            Entry(.startTreatment, on: day("2026-03-10")),
            Entry(.plan(PlannedStep(into: "transition", plannedOn: day("2026-05-20"))), on: day("2026-04-01")),
            Entry(.enterPhase("transition"), on: day("2026-05-15")),
            Entry(.enterPhase("home"), on: day("2026-06-01")),
            Entry(.close(Closing(reason: "completed")), on: day("2026-07-08")),
            Entry(.followUp(FollowUp(month: .six, status: .unreachable)), on: day("2026-12-01")),
            Entry(.followUp(FollowUp(month: .six, status: .collected)), on: day("2026-12-20")),
        ]
        for number in 1...UInt64.random(in: 2...20, using: &random) {
            let on = day("2026-03-03").adding(days: Int.random(in: 0...127, using: &random))
            let collector = Bool.random(using: &random) ? OrderOfEntryTests.own : .callCentre
            entries.append(Entry(.recordInterview(interview(number, collector: collector)), on: on))
            entries.append(Entry(.recordContact(contact(number)), on: on))
        }
        let inOrder = try told(entries.sorted { $0.on < $1.on })
        #expect(try told(entries.shuffled(using: &random)) == inOrder)
        #expect(inOrder.interviews.count == inOrder.contacts.count)
        #expect(inOrder.spells.map(\.phase) == ["placed", "transition", "home"])
    }

    @Test func `an interview entered before its therapist was does not count for that`() throws {
        var tale = try accepted(MSTFIT())
        try tale.tell(.startTreatment, on: "2026-03-10")
        try tale.tell(.recordInterview(interview(1, collector: OrderOfEntryTests.own)), on: "2026-04-01")
        #expect(tale.history.facts?.validInterviews.count == 1)
        let allocation = Allocation(team: Tale.team, therapist: StaffCode("T1"))
        try tale.tell(.allocate(allocation), on: "2026-03-06")
        #expect(tale.history.facts?.interviews.map(\.flaws) == [[.collectedByTherapist]])
    }

    @Test func `a first session that is moved takes the interviews before it along`() throws {
        var tale = try Tale.inTreatment()
        try tale.tell(.recordInterview(interview(1)), on: "2026-03-08")
        #expect(tale.history.facts?.interviews.map(\.flaws) == [[.beforeTreatment]])
        let start = StreamSeq(4)
        for (iso, valid) in [("2026-03-07", 1), ("2026-03-09", 0), ("2026-03-08", 1)] {
            try tale.correct(
                Correction(cause: .entryError, replacements: [.init(start, with: .startTreatment, on: day(iso))])
            )
            #expect(tale.history.facts?.validInterviews.count == valid, "started on \(iso)")
        }
        try tale.correct(Correction(cause: .entryError, withdrawals: [start]))
        #expect(tale.history.facts?.validInterviews.count == 1)
    }

    @Test func `another therapist from a day on is the therapist of the interviews since`() throws {
        var tale = try Tale.inTreatment()
        try tale.tell(.recordInterview(interview(1, collector: OrderOfEntryTests.own)), on: "2026-04-01")
        try tale.tell(.recordInterview(interview(2, collector: OrderOfEntryTests.own)), on: "2026-05-01")
        try tale.tell(.allocate(Allocation(team: Tale.team, therapist: StaffCode("T2"))), on: "2026-04-15")
        #expect(tale.history.facts?.interviews.map(\.isValid) == [false, true])
    }

    @Test func `an interview that is withdrawn and reinstated is what it was`() throws {
        var tale = try accepted(MSTFIT())
        try tale.tell(.recordInterview(interview(1, collector: OrderOfEntryTests.own)), on: "2026-03-08")
        try tale.tell(.startTreatment, on: "2026-03-10")
        try tale.tell(.allocate(Allocation(team: Tale.team, therapist: StaffCode("T1"))), on: "2026-03-06")
        let before = tale.history
        let seq = StreamSeq(3)
        try tale.correct(Correction(cause: .entryError, withdrawals: [seq]))
        let again = EpisodeCommand.recordInterview(interview(1, collector: OrderOfEntryTests.own))
        try tale.correct(
            Correction(cause: .entryError, replacements: [.init(seq, with: again, on: day("2026-03-08"))])
        )
        #expect(tale.history.facts == before.facts)
        #expect(tale.history.standing == before.standing)
    }
}
