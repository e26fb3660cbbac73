import CivilDate
import EpisodeEngine
import Intervention
import Testing

/// A follow-up of six months is asked two weeks before to six weeks after its day. Of a closing on 8 July 2026 that is 25
/// December 2026 to 19 February 2027.
@Suite struct FollowUpWindowTests {
    private let collected = FollowUp(month: .six, status: .collected, outcomes: [.atHome: .yes])

    private func closed(on iso: String = "2026-07-08") throws -> Tale {
        var tale = try Tale.inTreatment()
        tale.today = day("2027-06-01")
        try tale.tell(.close(Closing(reason: "completed")), on: iso)
        return tale
    }

    @Test(
        arguments: [
            ("2026-07-09", false), ("2026-12-24", false), ("2026-12-25", true), ("2027-01-08", true),
            ("2027-02-19", true), ("2027-02-20", false),
        ]
    )
    func `one outside its window is kept, told of, and known to be outside`(row: (String, Bool)) throws {
        var tale = try closed()
        let decision = try tale.tell(.followUp(collected), on: row.0)
        #expect(tale.history.facts?.followUps.map(\.isInWindow) == [row.1])
        #expect(decision.advisories.map(\.code) == (row.1 ? [] : ["follow-up-outside-window"]))
    }

    @Test func `the advice names the window`() throws {
        var tale = try closed()
        let decision = try tale.tell(.followUp(collected), on: "2026-07-09")
        #expect(
            decision.advisories.map(\.sentence) == [
                "the follow-up of 6 months is held from 2026-12-25 to 2027-02-19, not on 2026-07-09: it is kept and "
                    + "counts in no figure"
            ])
    }

    @Test func `what was collected outside the window does not settle the follow-up, what was inside does`() throws {
        var tale = try closed()
        try tale.tell(.followUp(collected), on: "2026-07-09")
        try tale.tell(.followUp(collected), on: "2027-01-08")
        #expect(throws: Refusal.recordedAlready(.followedUp)) {
            try tale.tell(.followUp(collected), on: "2027-01-09")
        }
    }

    @Test func `a closing that is moved takes the window along`() throws {
        var tale = try closed()
        try tale.tell(.followUp(collected), on: "2026-12-28")
        let closing = EpisodeCommand.close(Closing(reason: "completed"))
        for (iso, isInWindow) in [("2026-07-20", false), ("2026-07-08", true)] {
            try tale.correct(
                Correction(cause: .entryError, replacements: [.init(StreamSeq(5), with: closing, on: day(iso))])
            )
            #expect(tale.history.facts?.followUps.map(\.isInWindow) == [isInWindow], "closed on \(iso)")
        }
    }

    @Test func `an episode without a first session is not followed up`() throws {
        var tale = try Tale()
        tale.today = day("2027-06-01")
        try tale.tell(.refer(tale.referral()), on: "2026-03-01")
        try tale.tell(.screen(Screening(.accepted)), on: "2026-03-05")
        try tale.tell(.close(Closing(reason: "moved")), on: "2026-07-08")
        #expect(throws: Refusal.neverStarted) { try tale.tell(.followUp(collected), on: "2027-01-08") }
    }
}
