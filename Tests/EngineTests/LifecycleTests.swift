import CivilDate
import EpisodeEngine
import Intervention
import MSTFIT
import StandardMST
import Testing

@Suite struct LifecycleTests {
    @Test func `an episode runs from referral to follow-up`() throws {
        var tale = try Tale.inTreatment()
        try tale.tell(.recordContact(contact(1)), on: "2026-03-12")
        try tale.tell(.recordInterview(interview(1)), on: "2026-03-20")
        let outcomes: [OutcomeKey: Answer] = [.atHome: .yes, .inSchoolOrWork: .no, .noNewArrests: .unknown]
        try tale.tell(.close(Closing(reason: "completed", outcomes: outcomes)), on: "2026-07-08")
        tale.today = day("2027-03-01")
        try tale.tell(.followUp(FollowUp(month: .six, status: .collected)), on: "2027-01-08")
        let facts = try #require(tale.history.facts)
        #expect(facts.phase == .closed)
        #expect(facts.stay == DayCount(120))
        #expect(facts.closing?.group == .completed)
        #expect(facts.assignment(on: day("2026-03-05"))?.therapist == nil)
        #expect(facts.assignment(on: day("2026-07-08"))?.therapist == StaffCode("T1"))
        #expect(facts.followUps.count == 1)
    }

    @Test func `nothing comes before the referral`() throws {
        var tale = try Tale()
        #expect(throws: Refusal.notBegun) { try tale.tell(.screen(Screening(.accepted)), on: "2026-03-01") }
        try tale.tell(.refer(tale.referral()), on: "2026-03-01")
        #expect(throws: Refusal.beforeBeginning(day("2026-02-28"), began: day("2026-03-01"))) {
            try tale.tell(.screen(Screening(.accepted)), on: "2026-02-28")
        }
    }

    @Test func `a referral is received once`() throws {
        var tale = try Tale.inTreatment()
        #expect(throws: Refusal.alreadyBegun) { try tale.tell(.refer(tale.referral()), on: "2026-04-01") }
    }

    @Test func `the future cannot be recorded`() throws {
        var tale = try Tale()
        tale.today = day("2026-02-28")
        #expect(throws: Refusal.inFuture(day("2026-03-01"), today: day("2026-02-28"))) {
            try tale.tell(.refer(tale.referral()), on: "2026-03-01")
        }
    }

    @Test func `a referral is decided once`() throws {
        var tale = try Tale.inTreatment()
        #expect(throws: Refusal.alreadyDecided) {
            try tale.tell(.screen(Screening(.declined(.age))), on: "2026-04-01")
        }
    }

    @Test func `a declined referral goes nowhere`() throws {
        var tale = try Tale()
        try tale.tell(.refer(tale.referral()), on: "2026-03-01")
        try tale.tell(.screen(Screening(.declined(.noCapacity))), on: "2026-03-02")
        #expect(throws: Refusal.illegalStep(.start, from: .declined)) {
            try tale.tell(.startTreatment, on: "2026-03-03")
        }
        #expect(throws: Refusal.illegalStep(.close, from: .declined)) {
            try tale.tell(.close(Closing(reason: "moved")), on: "2026-03-03")
        }
        #expect(throws: Refusal.wrongPhase(.contactRecorded, .declined)) {
            try tale.tell(.recordContact(contact(1)), on: "2026-03-03")
        }
    }

    @Test func `an accepted family that never came can be closed`() throws {
        var tale = try Tale()
        try tale.tell(.refer(tale.referral()), on: "2026-03-01")
        try tale.tell(.screen(Screening(.accepted)), on: "2026-03-02")
        try tale.tell(.close(Closing(reason: "moved")), on: "2026-03-09")
        #expect(tale.history.facts?.stay == nil)
        #expect(tale.history.facts?.closing?.group == .notCounted)
    }

    @Test func `a closing names a reason and outcomes of the model`() throws {
        var tale = try Tale.inTreatment()
        #expect(throws: Refusal.unknownClosureReason("tired")) {
            try tale.tell(.close(Closing(reason: "tired")), on: "2026-07-08")
        }
        #expect(throws: Refusal.unknownOutcome("happy")) {
            try tale.tell(.close(Closing(reason: "completed", outcomes: ["happy": .yes])), on: "2026-07-08")
        }
    }

    @Test func `phases follow the graph of the model`() throws {
        var tale = try Tale.inTreatment(MSTFIT())
        #expect(throws: Refusal.unknownPhase("prison")) { try tale.tell(.enterPhase("prison"), on: "2026-04-01") }
        try tale.tell(.plan(PlannedStep(into: "transition", plannedOn: day("2026-06-01"))), on: "2026-04-01")
        try tale.tell(.plan(PlannedStep(into: "transition", plannedOn: day("2026-06-20"))), on: "2026-05-01")
        try tale.tell(.enterPhase("transition"), on: "2026-06-21")
        try tale.tell(.enterPhase("home"), on: "2026-07-10")
        #expect(throws: Refusal.illegalPhase("placed", from: "home")) {
            try tale.tell(.enterPhase("placed"), on: "2026-07-11")
        }
        let spells = try #require(tale.history.facts?.spells)
        #expect(spells.map(\.phase) == ["placed", "transition", "home"])
        #expect(spells.map(\.from) == [day("2026-03-10"), day("2026-06-21"), day("2026-07-10")])
        #expect(spells[0].plannedUntil == day("2026-06-20"))
        #expect(spells[0].until == day("2026-06-21"))
        #expect(spells[2].until == nil)
    }

    @Test func `a step cannot be planned for a day before its planning`() throws {
        var tale = try Tale.inTreatment(MSTFIT())
        #expect(throws: Refusal.plannedBeforePlanning(day("2026-03-31"))) {
            try tale.tell(.plan(PlannedStep(into: "home", plannedOn: day("2026-03-31"))), on: "2026-04-01")
        }
    }

    @Test func `a step is planned only where the graph has one`() throws {
        var tale = try Tale.inTreatment(MSTFIT())
        for phase in ["referred", "declined", "placed"] as [PhaseID] {
            #expect(throws: Refusal.illegalPhase(phase, from: "placed")) {
                try tale.tell(.plan(PlannedStep(into: phase, plannedOn: day("2026-06-01"))), on: "2026-04-01")
            }
        }
        #expect(tale.history.facts?.spells.map(\.plannedUntil) == [nil])
    }

    @Test func `the same contact is recorded once`() throws {
        var tale = try Tale.inTreatment()
        try tale.tell(.recordContact(contact(1)), on: "2026-03-12")
        #expect(throws: Refusal.recordedAlready(.contactRecorded)) {
            try tale.tell(.recordContact(contact(1)), on: "2026-03-13")
        }
    }

    @Test func `a follow-up needs a closing and is collected once`() throws {
        var tale = try Tale.inTreatment()
        let missed = FollowUp(month: .six, status: .unreachable)
        let collected = FollowUp(month: .six, status: .collected, outcomes: [.atHome: .yes])
        #expect(throws: Refusal.wrongPhase(.followedUp, "treatment")) {
            try tale.tell(.followUp(missed), on: "2026-07-01")
        }
        try tale.tell(.close(Closing(reason: "completed")), on: "2026-07-08")
        try tale.tell(.followUp(missed), on: "2026-12-27")
        try tale.tell(.followUp(collected), on: "2026-12-28")
        #expect(throws: Refusal.recordedAlready(.followedUp)) {
            try tale.tell(.followUp(collected), on: "2026-12-29")
        }
    }

    @Test(arguments: [FollowUpStatus.unreachable, .refused])
    func `a follow-up that was not collected has no answers`(status: FollowUpStatus) throws {
        var tale = try Tale.inTreatment()
        try tale.tell(.close(Closing(reason: "completed")), on: "2026-07-08")
        #expect(throws: Refusal.answerDoesNotMatchResult) {
            try tale.tell(
                .followUp(FollowUp(month: .six, status: status, outcomes: [.atHome: .yes])), on: "2026-12-01"
            )
        }
    }

    @Test func `who had the family is asked of a day, also after closing`() throws {
        var tale = try Tale.inTreatment()
        try tale.tell(.close(Closing(reason: "completed")), on: "2026-07-08")
        let other = TeamID(high: 2, low: 2)
        try tale.tell(.allocate(Allocation(team: other, therapist: nil)), on: "2026-08-01")
        let facts = try #require(tale.history.facts)
        #expect(facts.assignment(on: day("2026-07-08"))?.team == Tale.team)
        #expect(facts.assignment?.team == other)
    }
}
