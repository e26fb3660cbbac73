import CivilDate
import EpisodeEngine
import Intervention
import Testing

@Suite struct TeamStreamTests {
    /// A team's stream and the commands that were decided into it.
    private struct Team {
        var history = History<TeamStream>()

        @discardableResult
        mutating func record(_ command: TeamCommand, on text: String) throws -> [Advisory] {
            let decision = try Engine.decide(
                command, on: day(text), after: history, under: NoRules(), today: day("2026-06-01"))
            history.apply(
                Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event))
            return decision.advisories
        }

        mutating func open(on text: String = "2024-01-08") throws {
            try record(.open(TeamOpening(code: Specimens.code("north"), model: "mst")), on: text)
        }

        mutating func correct(_ correction: Correction<TeamCommand>) throws {
            let decision = try Engine.decide(
                correction, after: history, under: NoRules(), today: day("2026-06-01"))
            history.apply(Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event))
        }

        var facts: TeamFacts { get throws { try #require(history.facts) } }
    }

    private static func term(_ from: String, _ through: String) throws -> LicenceTerm {
        try #require(LicenceTerm(from: day(from), through: day(through)))
    }

    private static func spell(_ staff: String, _ from: String, _ through: String) throws -> OnCallSpell {
        try #require(OnCallSpell(Specimens.code(staff), from: day(from), through: day(through)))
    }

    private static func session(_ number: UInt64) -> TeamSession {
        TeamSession(id: TeamSessionID(high: 0, low: number))
    }

    @Test func `events that are taken in together give what they give one by one, in order or not`() throws {
        var team = Team()
        try team.open()
        try team.record(.holdSupervision(Self.session(1)), on: "2025-03-03")
        for days in [["2025-03-04", "2025-03-05"], ["2024-05-06", "2025-06-01", "2024-02-02"]] {
            var (together, apart) = (team.history, team.history)
            var next: [Recorded<TeamEvent>] = []
            for (offset, text) in days.enumerated() {
                let seq = StreamSeq(team.history.head.number + Int64(offset) + 1)
                let event = TeamEvent.supervisionHeld(Self.session(UInt64(offset) + 2))
                next.append(Recorded(seq: seq, occurredOn: day(text), event: event))
            }
            together.apply(next)
            for one in next { apart.apply(one) }
            #expect(together == apart)
            #expect(together.facts?.supervisions.count == days.count + 1)
        }
    }

    @Test func `the review, the licence and the orientation come before the opening`() throws {
        var team = Team()
        try team.open()
        try team.record(.reachStage(.readinessReview), on: "2023-11-20")
        try team.record(.grantLicence(Self.term("2024-01-01", "2026-12-31")), on: "2023-12-01")
        try team.record(.completeTraining(Training(.orientation, of: Specimens.code("t-01"))), on: "2023-12-04")
        let facts = try team.facts
        #expect(facts.openedOn == day("2024-01-08"))
        #expect(facts.opening?.model == "mst")
        #expect(facts.stage(on: day("2023-11-19")) == nil)
        #expect(facts.stage(on: day("2023-11-20")) == .readinessReview)
        #expect(facts.licences.map(\.on) == [day("2023-12-01")])
    }

    @Test func `what a team does needs a team that has opened`() throws {
        var team = Team()
        #expect(throws: Refusal.notBegun) { try team.record(.holdSupervision(Self.session(1)), on: "2024-02-01") }
        try team.open()
        let early = Refusal.beforeBeginning(day("2024-01-07"), began: day("2024-01-08"))
        #expect(throws: early) { try team.record(.holdBooster(Self.session(1)), on: "2024-01-07") }
        try team.record(.holdSupervision(Self.session(1)), on: "2024-01-08")
        let later = Correction<TeamCommand>(
            cause: .entryError,
            replacements: [
                .init(
                    StreamSeq(1), with: .open(TeamOpening(code: Specimens.code("north"), model: "mst")),
                    on: day("2024-01-09"))
            ])
        #expect(throws: Refusal.self) { try team.correct(later) }
    }

    @Test func `the same session, training, stage or briefing is recorded once`() throws {
        var team = Team()
        try team.open()
        let commands: [TeamCommand] = [
            .holdSupervision(Self.session(1)), .holdConsultation(Self.session(2)), .holdBooster(Self.session(3)),
            .completeTraining(Training(.orientation, of: Specimens.code("t-01"))), .reachStage(.recruitment),
            .brief(Briefing(id: BriefingID(high: 0, low: 1), for: .police, attended: try #require(Attendance(9)))),
            .grantLicence(try Self.term("2024-01-01", "2024-12-31")),
            .returnMeasure(
                MeasureReturn(
                    id: MeasureReturnID(high: 0, low: 1), of: "sam", slotFrom: day("2024-01-08"), score: nil)),
        ]
        for command in commands { try team.record(command, on: "2024-02-01") }
        for command in commands {
            #expect(throws: Refusal.recordedAlready(command.eventName)) {
                try team.record(command, on: "2024-02-01")
            }
        }
    }

    @Test func `a licence is renewed only after it was granted, and only for longer`() throws {
        var team = Team()
        try team.open()
        let term = try Self.term("2024-01-01", "2024-12-31")
        #expect(throws: Refusal.noLicenceToRenew) { try team.record(.renewLicence(term), on: "2024-02-01") }
        try team.record(.grantLicence(term), on: "2024-01-01")
        let shorter = Refusal.renewalEndsEarlier(day("2024-12-31"), standing: day("2024-12-31"))
        #expect(throws: shorter) { try team.record(.renewLicence(term), on: "2024-02-01") }
        try team.record(.renewLicence(Self.term("2025-01-01", "2026-12-31")), on: "2024-11-01")
        #expect(LicenceStanding(try team.facts).licence(on: day("2025-06-01")) == .held(through: day("2026-12-31")))
        let withdrawal = Correction<TeamCommand>(cause: .entryError, withdrawals: [StreamSeq(2)])
        #expect(throws: Refusal.self) { try team.correct(withdrawal) }
    }

    @Test func `a stage that goes back is recorded with advice`() throws {
        var team = Team()
        try team.open()
        #expect(try team.record(.reachStage(.recruitment), on: "2024-01-08").isEmpty)
        let advice = try team.record(.reachStage(.criticalIssues), on: "2024-03-01")
        #expect(advice.map(\.code) == ["stage-goes-back"])
        #expect(
            advice.map(\.sentence) == [
                "stage C (critical issues) comes before E (recruitment and orientation), which was reached"
            ])
        #expect(try team.facts.stage(on: day("2024-03-01")) == .criticalIssues)
    }

    @Test func `a rota replaces from its first day on what was set before`() throws {
        var team = Team()
        try team.open()
        let first = try [
            Self.spell("t-01", "2026-01-05", "2026-01-11"), Self.spell("t-02", "2026-01-12", "2026-01-18"),
        ]
        try team.record(.setRota(#require(Rota(first))), on: "2026-01-02")
        try team.record(.setRota(#require(Rota([Self.spell("t-03", "2026-01-10", "2026-01-13")]))), on: "2026-01-09")
        let facts = try team.facts
        func onCall(_ text: String) -> [String] { facts.onCall(on: day(text)).map(\.text) }
        #expect(onCall("2026-01-09") == ["t-01"])
        #expect(onCall("2026-01-10") == ["t-03"])
        #expect(onCall("2026-01-13") == ["t-03"])
        #expect(onCall("2026-01-14") == [])
        try team.correct(Correction(cause: .entryError, withdrawals: [StreamSeq(3)]))
        #expect(try team.facts.onCall == first)
    }

    @Test func `late entries stand in the order of their days`() throws {
        var team = Team()
        try team.open()
        try team.record(.holdSupervision(Self.session(2)), on: "2024-02-14")
        try team.record(.holdSupervision(Self.session(1)), on: "2024-02-07")
        #expect(try team.facts.supervisions.map(\.on) == [day("2024-02-07"), day("2024-02-14")])
    }
}
