import CivilDate
import EpisodeEngine
import Intervention
import InventedModel
import Testing

@Suite struct FactTests {
    private func incident(_ number: UInt64, about: FactSubject = .family) -> EpisodeCommand {
        .recordFact(RecordedFact(id: fact(number), kind: "incident", about: about))
    }

    private func test(_ fields: [FieldKey: FactValue], about: FactSubject? = nil) -> EpisodeCommand {
        let about = about ?? .participant(InventedTale.mother)
        return .recordFact(RecordedFact(id: fact(1), kind: "drug-test", about: about, fields: fields))
    }

    @Test func `a fact is what its kind says, about whom it says, with the fields that it has`() throws {
        var story = try InventedTale()
        #expect(throws: Refusal.unknownFact("weather")) {
            try story.tell(.recordFact(RecordedFact(id: fact(1), kind: "weather")), on: "2026-03-12")
        }
        #expect(throws: Refusal.missingField("drug-test", "result")) {
            try story.tell(test(["level": .whole(2)]), on: "2026-03-12")
        }
        for (key, value) in [
            ("result", .choice("maybe")), ("result", .answer(.yes)), ("level", .whole(11)), ("colour", .whole(1)),
        ] as [(FieldKey, FactValue)] {
            var fields: [FieldKey: FactValue] = ["result": .choice("positive")]
            fields[key] = value
            #expect(throws: Refusal.wrongField("drug-test", key)) { try story.tell(test(fields), on: "2026-03-12") }
        }
        #expect(throws: Refusal.wrongSubject("drug-test")) {
            try story.tell(test(["result": .choice("positive")], about: .index), on: "2026-03-12")
        }
        #expect(throws: Refusal.wrongSubject("drug-test")) {
            try story.tell(
                test(["result": .choice("positive")], about: .participant(InventedTale.brother)), on: "2026-03-12"
            )
        }
        let fields: [FieldKey: FactValue] = ["result": .choice("positive"), "level": .whole(10)]
        try story.tell(test(fields), on: "2026-03-12")
        #expect(throws: Refusal.recordedAlready(.factRecorded)) { try story.tell(test(fields), on: "2026-03-13") }
        #expect(
            story.facts?.facts == [
                DatedFact(
                    RecordedFact(
                        id: fact(1), kind: "drug-test", about: .participant(InventedTale.mother), fields: fields
                    ), .point, from: day("2026-03-12"), phase: "placed"
                )
            ]
        )
    }

    @Test func `facts are recorded from acceptance on, on the day of the closing and after it`() throws {
        var tale = try Tale(InventedModel())
        try tale.tell(.refer(tale.referral()), on: "2026-03-01")
        #expect(throws: Refusal.wrongPhase(.factRecorded, .referred)) { try tale.tell(.plan(1), on: "2026-03-02") }
        try tale.tell(.screen(Screening(.accepted)), on: "2026-03-05")
        try tale.tell(.plan(1), on: "2026-03-05")
        try tale.tell(.startTreatment, on: "2026-03-10")
        try tale.tell(.close(Closing(reason: "completed")), on: "2026-06-01")
        try tale.tell(incident(2), on: "2026-06-01")
        try tale.tell(incident(3), on: "2026-09-01")
        #expect(tale.history.facts?.facts.map(\.phase) == ["accepted", "placed", .closed])
        var declined = try Tale(InventedModel())
        try declined.tell(.refer(declined.referral()), on: "2026-03-01")
        try declined.tell(.screen(Screening(.declined(.notSuitable))), on: "2026-03-05")
        #expect(throws: Refusal.wrongPhase(.factRecorded, .declined)) {
            try declined.tell(.plan(1), on: "2026-03-06")
        }
    }

    @Test func `a fact is about somebody who takes part on its day`() throws {
        var story = try InventedTale()
        #expect(throws: Refusal.unknownParticipant) {
            try story.tell(incident(1, about: .participant(ParticipantID(high: 5, low: 9))), on: "2026-03-12")
        }
        #expect(throws: Refusal.unknownParticipant) {
            try story.tell(incident(1, about: .participant(InventedTale.brother)), on: "2026-03-09")
        }
        try story.tell(.leave(InventedTale.brother), on: "2026-04-01")
        try story.tell(incident(1, about: .participant(InventedTale.brother)), on: "2026-03-31")
        #expect(throws: Refusal.unknownParticipant) {
            try story.tell(incident(2, about: .participant(InventedTale.brother)), on: "2026-04-01")
        }
    }

    @Test func `a link names a fact that was there before, also one that was withdrawn since`() throws {
        var story = try InventedTale()
        try story.tell(.use(1), on: "2026-03-12")
        try story.tell(.test(2, "negative"), on: "2026-03-20")
        #expect(throws: Refusal.brokenLink("clearance", "test")) {
            try story.tell(.clearance(3, on: 9), on: "2026-03-21")
        }
        #expect(throws: Refusal.brokenLink("clearance", "test")) {
            try story.tell(.clearance(3, on: 1), on: "2026-03-21")
        }
        #expect(throws: Refusal.brokenLink("clearance", "test")) {
            try story.tell(.clearance(3, on: 2), on: "2026-03-19")
        }
        try story.tell(.clearance(3, on: 2), on: "2026-03-20")
    }

    @Test func `only what holds over time is withdrawn, later than it began and once`() throws {
        var story = try InventedTale()
        try story.tell(.plan(1), on: "2026-03-12")
        try story.tell(.use(2), on: "2026-03-12")
        for (number, iso) in [(1, "2026-03-12"), (2, "2026-04-01"), (9, "2026-04-01")] as [(UInt64, String)] {
            #expect(throws: Refusal.notWithdrawable(fact(number))) {
                try story.tell(.withdrawFact(fact(number)), on: iso)
            }
        }
        try story.tell(.withdrawFact(fact(1)), on: "2026-04-01")
        #expect(throws: Refusal.notWithdrawable(fact(1))) {
            try story.tell(.withdrawFact(fact(1)), on: "2026-04-02")
        }
        let plan = try #require(story.facts?.facts.first)
        #expect(plan.holds(on: day("2026-03-31")))
        #expect(!plan.holds(on: day("2026-04-01")))
    }

    @Test func `somebody joins in a role of an episode once at a time, and may come back as the same`() throws {
        var story = try InventedTale()
        let child = Participant(id: ParticipantID(high: 5, low: 3), role: .sibling, child: Tale.child)
        #expect(throws: Refusal.roleNotAdded(.index)) { try story.tell(.join(child), on: "2026-03-12") }
        let family = Participant(id: ParticipantID(high: 5, low: 3), role: .family)
        #expect(throws: Refusal.roleNotAdded(.family)) { try story.tell(.join(family), on: "2026-03-12") }
        let twin = Participant(id: ParticipantID(high: 5, low: 3), role: .sibling, child: ChildID(high: 1, low: 2))
        #expect(throws: Refusal.recordedAlready(.participantJoined)) { try story.tell(.join(twin), on: "2026-03-12") }
        let mother = Participant(id: InventedTale.mother, role: .carer)
        #expect(throws: Refusal.recordedAlready(.participantJoined)) {
            try story.tell(.join(mother), on: "2026-03-12")
        }
        #expect(throws: Refusal.unknownParticipant) { try story.tell(.leave(mother.id), on: "2026-03-10") }
        try story.tell(.leave(mother.id), on: "2026-04-01")
        #expect(throws: Refusal.unknownParticipant) { try story.tell(.leave(mother.id), on: "2026-04-02") }
        #expect(throws: Refusal.recordedAlready(.participantJoined)) {
            try story.tell(.join(Participant(id: mother.id, role: .sibling)), on: "2026-04-10")
        }
        try story.tell(.join(mother), on: "2026-04-10")
        let spells = story.facts?.participants.filter { $0.participant == mother } ?? []
        #expect(spells.map(\.from) == [day("2026-03-10"), day("2026-04-10")])
        #expect(spells.map(\.until) == [day("2026-04-01"), nil])
    }

    @Test func `a phase keeps where the child lives, as the model said on entry`() throws {
        var story = try InventedTale()
        try story.tell(.enterPhase("home"), on: "2026-05-01")
        #expect(story.facts?.spells.map(\.setting) == [.away, .home])
    }
}
