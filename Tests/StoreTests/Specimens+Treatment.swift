import EpisodeEngine
import Intervention

extension Specimens {
    /// Events of every kind about participants, facts, modules and versions, with every field that they can have.
    static var treatment: [EpisodeEvent] {
        guard let staff = StaffCode("S-1"),
            let narrative = NarrativeReference(
                id: NarrativeID(high: 4, low: 5), commitment: Array(repeating: 0xEF, count: 32)
            )
        else { return [] }
        let participant = ParticipantID(high: 9, low: 1)
        let run = ModuleRunID(high: 9, low: 3)
        let fact = RecordedFact(
            id: FactID(high: 9, low: 2), kind: "clearance", about: .participant(participant),
            fields: [
                "result": .choice("negative"), "agreed": .answer(.yes), "units": .whole(7), "due": .day(day),
                "by": .staff(staff), "test": .link(FactID(high: 9, low: 1)), "note": .narrative(narrative),
            ]
        )
        let step = TrackerStep(tracker: "relapse", from: ["lapse", "sober"], isFromStart: true, to: "cleared")
        return [
            .participantJoined(
                Participant(id: participant, role: .placementCarer, child: ChildID(high: 9, low: 9))
            ),
            .participantLeft(participant),
            .factRecorded(fact, .interval, steps: [step]),
            .factRecorded(RecordedFact(id: FactID(high: 9, low: 4), kind: "incident"), .point, steps: []),
            .factWithdrawn(FactID(high: 9, low: 2)),
            .moduleStarted(
                ModuleStart(
                    run: run, module: "trauma", about: .participant(participant),
                    override: GateOverride(.clinicalJudgement, narrative: narrative)
                ), on: ["plan-in-force"], unmet: ["no-lapse"]
            ),
            .moduleStarted(ModuleStart(run: run, module: "trauma", about: .index), on: [], unmet: []),
            .moduleFinished(ModuleFinish(of: run, .completed), hasAim: true),
            .moduleCountersigned(Countersignature(of: run, by: staff)),
            .moved(
                ModelMove(
                    to: ModelVersion(2), settings: SettingsVersion(5), because: .newSettings, narrative: narrative
                )
            ),
        ]
    }
}
