import CivilDate
import EpisodeEngine
import Intervention
import InventedModel
import Testing

@Suite struct ModuleTests {
    private let supervisor: StaffCode = Specimens.code("S1")

    @Test func `a hard gate refuses with what is missing, whatever reason is given`() throws {
        var story = try InventedTale()
        let closed = Refusal.gateClosed("trauma", "plan-in-force", saying: "a safety plan is in force")
        #expect(throws: closed) { try story.tell(.trauma(1), on: "2026-03-12") }
        #expect(throws: closed) { try story.tell(.trauma(1, because: GateOverride(.crisis)), on: "2026-03-12") }
        try story.tell(.plan(1), on: "2026-03-12")
        try story.tell(.trauma(1), on: "2026-03-12")
        #expect(story.facts?.moduleRuns.map(\.unmet) == [[]])
        #expect(story.facts?.moduleRuns.first?.needsSignature == false)
    }

    @Test func `a soft gate asks for a reason, and then for a supervisor's signature`() throws {
        var story = try InventedTale()
        try story.tell(.plan(1), on: "2026-03-12")
        try story.tell(.use(2), on: "2026-03-13")
        #expect(throws: Refusal.gateNeedsReason("trauma", ["no-lapse"])) {
            try story.tell(.trauma(1), on: "2026-03-14")
        }
        try story.tell(.trauma(1, because: GateOverride(.clinicalJudgement)), on: "2026-03-14")
        #expect(story.facts?.moduleRuns.first?.override == GateOverride(.clinicalJudgement))
        #expect(story.facts?.moduleRuns.first?.unmet == ["no-lapse"])
        #expect(throws: Refusal.noSignatureOwed(run(9))) {
            try story.tell(.countersign(Countersignature(of: run(9), by: supervisor)), on: "2026-03-15")
        }
        #expect(throws: Refusal.noSignatureOwed(run(1))) {
            try story.tell(.countersign(Countersignature(of: run(1), by: supervisor)), on: "2026-03-13")
        }
        let signature = EpisodeCommand.countersign(Countersignature(of: run(1), by: supervisor))
        try story.tell(signature, on: "2026-03-20")
        #expect(story.facts?.moduleRuns.first?.needsSignature == false)
        #expect(throws: Refusal.noSignatureOwed(run(1))) { try story.tell(signature, on: "2026-03-21") }
    }

    @Test func `a reason that was not needed is not kept, and the person is told`() throws {
        var story = try InventedTale()
        try story.tell(.plan(1), on: "2026-03-12")
        let decision = try story.tell(.trauma(1, because: GateOverride(.crisis)), on: "2026-03-12")
        #expect(decision.advisories.map(\.code) == ["reason-not-needed"])
        #expect(story.facts?.moduleRuns.first?.override == nil)
    }

    @Test func `a module is one of the model's, for whom it is, and runs once at a time`() throws {
        var story = try InventedTale()
        try story.tell(.plan(1), on: "2026-03-12")
        #expect(throws: Refusal.unknownModule("dance")) {
            try story.tell(.startModule(ModuleStart(run: run(1), module: "dance")), on: "2026-03-12")
        }
        for subject in [.family, .participant(InventedTale.brother)] as [FactSubject] {
            #expect(throws: Refusal.moduleNotFor("trauma")) {
                try story.tell(
                    .startModule(ModuleStart(run: run(1), module: "trauma", about: subject)), on: "2026-03-12"
                )
            }
        }
        try story.tell(.trauma(1), on: "2026-03-12")
        #expect(throws: Refusal.recordedAlready(.moduleStarted)) { try story.tell(.trauma(2), on: "2026-03-20") }
        try story.tell(
            .startModule(ModuleStart(run: run(2), module: "trauma", about: .index)), on: "2026-03-20"
        )
        try story.tell(.finishModule(ModuleFinish(of: run(1), .stopped)), on: "2026-04-01")
        #expect(throws: Refusal.notRunning(run(1))) {
            try story.tell(.finishModule(ModuleFinish(of: run(1), .stopped)), on: "2026-04-02")
        }
        try story.tell(.trauma(3), on: "2026-04-01")
        #expect(story.facts?.moduleRuns.map(\.until) == [day("2026-04-01"), nil, nil])
    }

    @Test func `a module is completed when what it is for is on record, and stopped at any time`() throws {
        var story = try InventedTale()
        try story.tell(.startModule(ModuleStart(run: run(1), module: "safety")), on: "2026-03-12")
        let completed = EpisodeCommand.finishModule(ModuleFinish(of: run(1), .completed))
        #expect(throws: Refusal.notDone("safety")) { try story.tell(completed, on: "2026-03-20") }
        try story.tell(.plan(1), on: "2026-03-20")
        let plan = story.last
        try story.tell(completed, on: "2026-03-20")
        #expect(story.facts?.moduleRuns.first?.ending == .completed)
        #expect(
            throws: Refusal.noLongerFits([
                Misfit(seq: story.last, event: .moduleFinished, on: day("2026-03-20"), because: .notDone("safety"))
            ])
        ) { try story.tale.correct(Correction(cause: .entryError, withdrawals: [plan])) }
    }

    @Test func `what still runs stops with the closing, and nothing begins after it`() throws {
        var story = try InventedTale()
        try story.tell(.plan(1), on: "2026-03-12")
        try story.tell(.trauma(1), on: "2026-03-12")
        try story.tell(.close(Closing(reason: "completed")), on: "2026-06-01")
        #expect(story.facts?.moduleRuns.first?.until == day("2026-06-01"))
        #expect(story.facts?.moduleRuns.first?.ending == .stopped)
        #expect(throws: Refusal.wrongPhase(.moduleStarted, .closed)) {
            try story.tell(.startModule(ModuleStart(run: run(2), module: "safety")), on: "2026-06-02")
        }
        try story.tell(.finishModule(ModuleFinish(of: run(1), .completed)), on: "2026-06-01")
        #expect(story.facts?.moduleRuns.first?.ending == .completed)
    }

    @Test func `a correction takes away no stated ground of a module, but a soft one, which was asked once`() throws {
        var story = try InventedTale()
        try story.tell(.plan(1), on: "2026-03-12")
        let plan = story.last
        try story.tell(.trauma(1), on: "2026-03-14")
        let begun = story.last
        #expect(
            throws: Refusal.noLongerFits([
                Misfit(
                    seq: begun, event: .moduleStarted, on: day("2026-03-14"),
                    because: .gateClosed("trauma", "plan-in-force", saying: "a safety plan is in force")
                )
            ])
        ) { try story.tale.correct(Correction(cause: .entryError, withdrawals: [plan])) }
        try story.tell(.use(2), on: "2026-03-13")
        #expect(story.facts?.moduleRuns.first?.unmet == [])
        #expect(story.state(on: "2026-03-14") == "lapse")
    }
}
