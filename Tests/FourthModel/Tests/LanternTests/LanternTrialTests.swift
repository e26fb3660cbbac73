import Bootstrap
import CivilDate
import Intervention
import Lantern
import Testing

/// What an author of a model tries out before any database has seen it.
struct LanternTrialTests {
    private func day(_ month: Int, _ day: Int) throws -> CivilDate {
        try #require(CivilDate(year: 2026, month: month, day: day))
    }

    private func inTreatment() throws -> ModelTrial {
        var trial = try ModelTrial(Lantern())
        try trial.refer(on: day(3, 2))
        try trial.record(.screen(Screening(.accepted)), on: day(3, 4))
        try trial.record(.startTreatment, on: day(3, 9))
        return trial
    }

    private func log(_ nights: ChoiceCode, in trial: inout ModelTrial, on day: CivilDate) throws {
        let fact = RecordedFact(
            id: trial.id(), kind: "night-log", about: .index, fields: ["nights": .choice(nights)])
        try trial.record(.recordFact(fact), on: day)
    }

    private func plan(in trial: inout ModelTrial, on day: CivilDate) throws {
        let by = try #require(StaffCode("t-1"))
        let fact = RecordedFact(id: trial.id(), kind: "night-plan", fields: ["agreed-by": .staff(by)])
        try trial.record(.recordFact(fact), on: day)
    }

    @Test func `the model meets its laws`() {
        #expect(ModelConformance.check(Lantern()) == [])
    }

    @Test func `a model that breaks a law cannot be tried`() {
        struct Dark: InterventionModel {
            let lantern = Lantern()
            var id: ModelID { "Dark" }
            var version: ModelVersion { lantern.version }
            var title: String { lantern.title }
            var client: ClientSubject { lantern.client }
            var parameters: [Parameter] { lantern.parameters }
            var phases: PhaseGraph { lantern.phases }
            var instruments: [Instrument] { lantern.instruments }
            var outcomes: [OutcomeDefinition] { lantern.outcomes }
            var closureReasons: [ClosureReason] { lantern.closureReasons }
            var targets: [IndicatorTarget] { [] }
        }
        #expect { try ModelTrial(Dark()) } throws: { error in
            (error as? LawBroken)?.violations.map(\.law) == [.wellFormedName]
        }
    }

    @Test func `a value outside the model's bounds cannot be tried`() {
        #expect(throws: SettingsFault.self) {
            try ModelTrial(Lantern(), setting: ["night-log-every": .whole(70)])
        }
    }

    @Test func `a referral is screened with every reason`() throws {
        let trial = try ModelTrial(Lantern())
        let born = try day(1, 1).civilMonth.adding(months: -100)
        let said = trial.screen(
            Profile(birthMonth: born), ReferralAnswers(answers: ["wakes-at-night": .yes, "no-bed": .yes]),
            on: try day(3, 2)
        )
        #expect(said.verdict == .needsAdvice)
        #expect(said.reasons.contains { $0.code == "no-bed" })
    }

    @Test func `the hard gate keeps the module shut until there is a plan`() throws {
        var trial = try inTreatment()
        let start = ModuleStart(
            run: trial.id(), module: "sitting", about: .index, override: GateOverride(.clinicalJudgement))
        let shut = #expect(throws: Refusal.self) { try trial.record(.startModule(start), on: day(3, 10)) }
        #expect(shut?.code == "gate-closed")
        try plan(in: &trial, on: day(3, 11))
        try trial.record(.startModule(start), on: day(3, 11))
        #expect(trial.facts?.moduleRuns.first?.unmet == ["calm"])
    }

    @Test func `the tracker follows the logs by their days, whichever was entered first`() throws {
        var trial = try inTreatment()
        try log("calm", in: &trial, on: day(3, 23))
        try log("disturbed", in: &trial, on: day(3, 16))
        #expect(try trial.state(of: "nights", about: .index, on: day(3, 15)) == "unknown")
        #expect(try trial.state(of: "nights", about: .index, on: day(3, 16)) == "disturbed")
        #expect(try trial.state(of: "nights", about: .index, on: day(3, 23)) == "calm")
    }

    @Test func `what is owed is met, missed and open, day by day`() throws {
        var trial = try inTreatment()
        try log("disturbed", in: &trial, on: day(3, 15))
        let logs = try trial.obligations(on: day(3, 26)).filter { $0.kind == "night-log" }
        #expect(try logs.map(\.dueOn) == [day(3, 16), day(3, 23), day(3, 30)])
        #expect(try logs.map(\.standing) == [.met(on: day(3, 15)), .missed, .open])
    }

    @Test func `an episode runs from referral to follow-up`() throws {
        var trial = try inTreatment()
        try plan(in: &trial, on: day(3, 10))
        try log("calm", in: &trial, on: day(3, 16))
        let run: ModuleRunID = trial.id()
        try trial.record(.startModule(ModuleStart(run: run, module: "sitting", about: .index)), on: day(3, 18))
        try trial.record(.plan(PlannedStep(into: "keeping", plannedOn: day(4, 10))), on: day(3, 20))
        try trial.record(.enterPhase("keeping"), on: day(4, 12))
        try trial.record(.finishModule(ModuleFinish(of: run, .completed)), on: day(5, 4))
        try trial.record(
            .close(Closing(reason: "completed", outcomes: ["sleeps": .yes, .atHome: .yes])), on: day(5, 20))
        #expect(trial.facts?.spells.map(\.phase) == ["settling", "keeping"])
        let due = try trial.obligations(on: day(11, 20)).filter { $0.kind == .followUp }
        #expect(due.map(\.ordinal) == [6, 12, 18])
        #expect(due.first?.standing == .open)
        try trial.record(
            .followUp(FollowUp(month: .six, status: .collected, outcomes: ["sleeps": .no])), on: day(11, 21))
        #expect(
            try trial.obligations(on: day(11, 21)).first { $0.kind == .followUp }?.standing == .met(on: day(11, 21)))
    }
}
