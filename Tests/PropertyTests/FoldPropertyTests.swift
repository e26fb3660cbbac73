import CivilDate
import EpisodeEngine
import Intervention
import RandomHistories
import Testing

/// The state follows from the events alone, and they survive being written down.
struct FoldPropertyTests {
    @Test(arguments: ProductModels.ids)
    func `events that are written and read again fold into the same state`(_ id: ModelID) throws {
        let model = try ProductModels.model(id)
        var kinds: Set<EventName> = []
        for seed in 3001...3200 as ClosedRange<UInt64> {
            let course = try RandomCourse(model, seed: seed, steps: 40)
            let told = course.history
            var read = History<EpisodeStream>()
            for entered in course.entered {
                kinds.insert(entered.event.name)
                let written = entered.event.payload().canonicalBytes()
                let event = try EpisodeEvent(name: entered.event.name, payload: try WrittenPayload(json: written))
                read.apply(Recorded(seq: entered.seq, occurredOn: entered.occurredOn, event: event))
            }
            try #require(read == told, "\(id), seed \(seed)")
            #expect(History.folded(told.standing).facts == told.facts, "\(id), seed \(seed)")
        }
        let common: Set<EventName> = [
            .referred, .screened, .allocated, .treatmentStarted, .contactRecorded, .interviewRecorded, .closed,
            .followedUp, .participantJoined, .participantLeft, .corrected,
        ]
        #expect(common.subtracting(kinds) == [])
        if !model.facts.isEmpty { #expect(kinds.contains(.factRecorded)) }
        if !model.modules.isEmpty { #expect(kinds.isSuperset(of: [.moduleStarted, .moduleFinished])) }
    }
}
