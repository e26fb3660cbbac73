import CivilDate
import EpisodeEngine
import Intervention
import InventedModel
import Testing

@Suite struct MoveTests {
    private func rules(_ version: Int32, settings: Int32 = 1) throws -> Rulebook {
        let model = InventedModel(version: version)
        return try Rulebook(model: model, settings: ModelSettings(of: model, version: SettingsVersion(settings)))
    }

    private func move(_ story: inout InventedTale, to version: Int32, settings: Int32 = 1) throws {
        let move = ModelMove(
            to: ModelVersion(version), settings: SettingsVersion(settings), because: .newModelVersion
        )
        let decision = try Engine.decide(
            .move(move), on: day("2026-12-31"), after: story.tale.history, under: rules(version, settings: settings),
            today: story.tale.today
        )
        story.tale.append(decision)
    }

    @Test func `a move is held against all that stands, and names every event that would not fit`() throws {
        var story = try InventedTale()
        for (number, iso) in [(1, "2026-03-12"), (2, "2026-03-14")] as [(UInt64, String)] {
            try story.tell(.recordFact(RecordedFact(id: fact(number), kind: "incident")), on: iso)
        }
        let (first, second) = (StreamSeq(story.last.number - 1), story.last)
        #expect(
            throws: Refusal.noLongerFits([
                Misfit(seq: first, event: .factRecorded, on: day("2026-03-12"), because: .unknownFact("incident")),
                Misfit(seq: second, event: .factRecorded, on: day("2026-03-14"), because: .unknownFact("incident")),
            ])
        ) { try move(&story, to: 2) }
        try story.tale.correct(Correction(cause: .entryError, withdrawals: [first, second]))
        let referral = try #require(story.facts?.settingsDay)
        #expect(referral == day("2026-03-01"))
        try move(&story, to: 2)
        #expect(story.facts?.settingsDay == day("2026-12-31"))
    }

    @Test func `a gate that a newer version adds changes no beginning, and asks of the next`() throws {
        var story = try InventedTale()
        try story.tell(.plan(1), on: "2026-03-12")
        try story.tell(.trauma(1), on: "2026-03-14")
        try move(&story, to: 2)
        let refused = Refusal.gateClosed("trauma", "tested", saying: "there is a test")
        let begin = EpisodeCommand.startModule(ModuleStart(run: run(2), module: "trauma", about: .index))
        let history = story.tale.history
        #expect(throws: refused) {
            try Engine.decide(begin, on: day("2026-12-31"), after: history, under: rules(2), today: day("2026-12-31"))
        }
    }

    @Test func `only an open episode moves, to the versions of the rules that it is decided under`() throws {
        var story = try InventedTale()
        let elsewhere = EpisodeCommand.move(
            ModelMove(to: ModelVersion(2), settings: SettingsVersion(9), because: .mistake)
        )
        let history = story.tale.history
        #expect(throws: Refusal.notMovable) {
            try Engine.decide(
                elsewhere, on: day("2026-12-31"), after: history, under: rules(2), today: day("2026-12-31")
            )
        }
        try story.tell(.close(Closing(reason: "completed")), on: "2026-06-01")
        #expect(throws: Refusal.notMovable) { try move(&story, to: 2) }
    }

    @Test func `a move is neither corrected nor withdrawn, and a closing entered late does not hurt it`() throws {
        var story = try InventedTale()
        try move(&story, to: 1, settings: 2)
        let seq = story.last
        #expect(throws: Refusal.notCorrectable(seq)) {
            try story.tale.correct(Correction(cause: .entryError, withdrawals: [seq]))
        }
        let again = ModelMove(to: ModelVersion(1), settings: SettingsVersion(1), because: .mistake)
        #expect(throws: Refusal.notCorrectable(seq)) {
            try story.tale.correct(
                Correction(cause: .entryError, replacements: [.init(seq, with: .move(again), on: day("2026-12-31"))])
            )
        }
        try story.tell(.close(Closing(reason: "completed")), on: "2026-06-01")
        #expect(story.facts?.phase == .closed)
    }
}
