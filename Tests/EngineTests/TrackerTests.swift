import CivilDate
import EpisodeEngine
import Intervention
import InventedModel
import Testing

@Suite struct TrackerTests {
    @Test func `a tracker follows the facts that its moves name, and only those`() throws {
        var story = try InventedTale()
        try story.tell(.test(1, "positive"), on: "2026-03-11")
        #expect(story.facts?.trackerSpells == [])
        try story.tell(.use(2), on: "2026-03-12")
        try story.tell(.use(3), on: "2026-03-15")
        try story.tell(.test(4, "negative"), on: "2026-03-20")
        try story.tell(.clearance(5, on: 4), on: "2026-03-21")
        #expect(story.facts?.trackerSpells.map(\.state) == ["lapse", "out-of-home", "cleared"])
        #expect(story.facts?.trackerSpells.map(\.fact) == [fact(2), fact(3), fact(5)])
        #expect(story.state(on: "2026-03-11") == "sober")
        #expect(story.state(on: "2026-03-14") == "lapse")
        #expect(story.state(on: "2026-03-30") == "cleared")
    }

    @Test func `a fact that no move leads on from is refused with where the tracker stands`() throws {
        var story = try InventedTale()
        try story.tell(.test(1, "negative"), on: "2026-03-11")
        #expect(throws: Refusal.trackerForbids("relapse", "clearance", from: "sober")) {
            try story.tell(.clearance(2, on: 1), on: "2026-03-12")
        }
        try story.tell(.use(3), on: "2026-03-12")
        try story.tell(.use(4), on: "2026-03-13")
        #expect(throws: Refusal.trackerForbids("relapse", "drug-use", from: "out-of-home")) {
            try story.tell(.use(5), on: "2026-03-14")
        }
    }

    @Test func `nobody is cleared without a negative test of her own later than the last lapse`() throws {
        var story = try InventedTale()
        let isGuardUnmet: (any Error) -> Bool = { error in
            guard case .guardUnmet("relapse", to: "cleared", _) = error as? Refusal else { return false }
            return true
        }
        try story.tell(.test(1, "negative"), on: "2026-03-12")
        try story.tell(.use(2), on: "2026-03-12")
        try story.tell(.test(3, "positive"), on: "2026-03-15")
        #expect { try story.tell(.clearance(9, on: 1), on: "2026-03-21") } throws: { isGuardUnmet($0) }
        #expect { try story.tell(.clearance(9, on: 3), on: "2026-03-21") } throws: { isGuardUnmet($0) }
        let father = Participant(id: ParticipantID(high: 5, low: 7), role: .carer)
        try story.tell(.join(father), on: "2026-03-12")
        try story.tell(
            .recordFact(
                RecordedFact(
                    id: fact(4), kind: "drug-test", about: .participant(father.id),
                    fields: ["result": .choice("negative")]
                )
            ), on: "2026-03-16"
        )
        #expect { try story.tell(.clearance(9, on: 4), on: "2026-03-21") } throws: { isGuardUnmet($0) }
        try story.tell(.test(5, "negative"), on: "2026-03-17")
        try story.tell(.clearance(9, on: 5), on: "2026-03-21")
        #expect(story.state(on: "2026-03-21") == "cleared")
    }

    @Test func `a fact that is entered late moves on what comes after`() throws {
        var story = try InventedTale()
        try story.tell(.use(1), on: "2026-03-20")
        #expect(story.state(on: "2026-03-20") == "lapse")
        try story.tell(.use(2), on: "2026-03-15")
        #expect(story.state(on: "2026-03-15") == "lapse")
        #expect(story.state(on: "2026-03-20") == "out-of-home")
        #expect(throws: Refusal.self) { try story.tell(.use(3), on: "2026-03-10") }
    }

    @Test func `a correction that takes the ground away is refused with every event that no longer fits`() throws {
        var story = try InventedTale()
        try story.tell(.use(1), on: "2026-03-12")
        try story.tell(.test(2, "negative"), on: "2026-03-15")
        let test = story.last
        try story.tell(.clearance(3, on: 2), on: "2026-03-16")
        let clearance = story.last
        let withdrawal = Correction<EpisodeCommand>(cause: .entryError, withdrawals: [test])
        #expect(
            throws: Refusal.noLongerFits([
                Misfit(
                    seq: clearance, event: .factRecorded, on: day("2026-03-16"),
                    because: .brokenLink("clearance", "test")
                )
            ])
        ) { try story.tale.correct(withdrawal) }
        let positive = Correction<EpisodeCommand>(
            cause: .entryError, replacements: [.init(test, with: .test(2, "positive"), on: day("2026-03-15"))]
        )
        #expect { try story.tale.correct(positive) } throws: { error in
            guard case .noLongerFits(let misfits) = error as? Refusal, case .guardUnmet = misfits.first?.because else {
                return false
            }
            return misfits.map(\.seq) == [clearance]
        }
        try story.tale.correct(Correction(cause: .entryError, withdrawals: [test, clearance]))
        #expect(story.state(on: "2026-12-01") == "lapse")
        try story.tale.correct(
            Correction(
                cause: .newInformation,
                replacements: [
                    .init(test, with: .test(2, "negative"), on: day("2026-03-18")),
                    .init(clearance, with: .clearance(3, on: 2), on: day("2026-03-19")),
                ]
            )
        )
        #expect(story.state(on: "2026-12-01") == "cleared")
    }
}
