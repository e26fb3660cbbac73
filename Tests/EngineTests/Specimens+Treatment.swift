import CivilDate
import EpisodeEngine
import Intervention

extension Specimens {
    /// One event of every kind and shape about participants, facts, modules and versions.
    static var treatment: [EpisodeEvent] {
        let parent = ParticipantID(high: 5, low: 1)
        let fields: [FieldKey: FactValue] = [
            "result": .choice("negative"), "agreed": .answer(.unknown), "units": .whole(-3),
            "due": .day(day("2026-05-01")), "by": .staff(code("T1")), "test": .link(FactID(high: 4, low: 1)),
            "note": .narrative(narrative),
        ]
        let steps = [
            TrackerStep(tracker: "relapse", from: ["sober", "cleared"], isFromStart: true, to: "lapse"),
            TrackerStep(tracker: "relapse", from: ["lapse"], isFromStart: false, to: "out-of-home"),
        ]
        let run = ModuleRunID(high: 3, low: 1)
        return [
            .participantJoined(Participant(id: parent, role: .carer)),
            .participantJoined(Participant(id: parent, role: .sibling, child: ChildID(high: 1, low: 9))),
            .participantLeft(parent),
            .factRecorded(RecordedFact(id: FactID(high: 4, low: 1), kind: "safety-plan"), .interval, steps: []),
            .factRecorded(
                RecordedFact(
                    id: FactID(high: 4, low: 2), kind: "clearance", about: .participant(parent), fields: fields),
                .point, steps: steps
            ),
            .factRecorded(RecordedFact(id: FactID(high: 4, low: 3), kind: "abuse", about: .index), .point, steps: []),
            .factWithdrawn(FactID(high: 4, low: 1)),
            .moduleStarted(ModuleStart(run: run, module: "safety"), on: [], unmet: []),
            .moduleStarted(
                ModuleStart(
                    run: run, module: "trauma", about: .participant(parent),
                    override: GateOverride(.crisis, narrative: narrative)
                ), on: ["in-force"], unmet: ["reviewed", "sober"]
            ),
            .moduleStarted(
                ModuleStart(run: run, module: "trauma", about: .index, override: GateOverride(.familyWish)), on: [],
                unmet: ["reviewed"]
            ),
            .moduleFinished(ModuleFinish(of: run, .completed), hasAim: true),
            .moduleFinished(ModuleFinish(of: run, .stopped), hasAim: false),
            .moduleCountersigned(Countersignature(of: run, by: code("S1"))),
            .moved(ModelMove(to: ModelVersion(2), settings: SettingsVersion(7), because: .newModelVersion)),
            .moved(
                ModelMove(to: ModelVersion(1), settings: SettingsVersion(8), because: .mistake, narrative: narrative)
            ),
        ]
    }

    private static var narrative: NarrativeReference {
        let commitment = Array(repeating: UInt8(0xCD), count: 32)
        guard let reference = NarrativeReference(id: NarrativeID(high: 2, low: 2), commitment: commitment) else {
            preconditionFailure("a commitment of 32 bytes")
        }
        return reference
    }
}
