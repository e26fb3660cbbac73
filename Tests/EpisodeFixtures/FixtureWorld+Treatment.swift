import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

extension FixtureWorld {
    /// Records an episode of the invented model with one event of every kind about participants, facts and modules.
    /// - Parameter id: the episode's.
    @discardableResult
    package func treatment(of id: EpisodeID = .fresh(), at site: FixtureSite) async throws -> EpisodeID {
        let model: ModelID = "invented"
        var episode = FixtureEpisode(referredOn: FixtureWorld.today.adding(days: -200), model: model)
        episode.id = id
        episode.ref = EpisodeRef("TREATED")
        episode.decision = (.accepted, episode.referredOn)
        episode.startedOn = episode.referredOn
        try await record([episode], on: site, version: ModelVersion(1))
        let rules = try rules(model, version: ModelVersion(1))
        let entries = try FixtureWorld.treatment(since: episode.referredOn)
        try await transaction(in: site) { transaction in
            try await store.append(
                [.record(entries, to: id, in: EpisodeStream.self) { _ in rules }], site: site.id,
                by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
            )
        }
        return id
    }

    private static func treatment(since start: CivilDate) throws -> [Engine.Entry<EpisodeCommand>] {
        guard let supervisor = StaffCode("S1") else { throw FixtureFault.missing("a code") }
        let (mother, brother) = (ParticipantID.fresh(), ParticipantID.fresh())
        let (plan, test, first, second) = (FactID.fresh(), FactID.fresh(), ModuleRunID.fresh(), ModuleRunID.fresh())
        func fact(_ id: FactID, _ kind: FactKind, _ fields: [FieldKey: FactValue] = [:]) -> EpisodeCommand {
            .recordFact(RecordedFact(id: id, kind: kind, about: .participant(mother), fields: fields))
        }
        let commands: [EpisodeCommand] = [
            .join(Participant(id: mother, role: .carer)),
            .join(Participant(id: brother, role: .sibling, child: .fresh())),
            .startModule(ModuleStart(run: first, module: "safety")),
            .recordFact(RecordedFact(id: plan, kind: "safety-plan")),
            .finishModule(ModuleFinish(of: first, .completed)),
            fact(.fresh(), "drug-use", ["admitted": .answer(.unknown)]),
            .startModule(
                ModuleStart(run: second, module: "trauma", about: .participant(mother), override: GateOverride(.crisis))
            ),
            .countersign(Countersignature(of: second, by: supervisor)),
            fact(test, "drug-test", ["result": .choice("negative"), "level": .whole(0), "taken": .day(start)]),
            fact(.fresh(), "clearance", ["test": .link(test), "by": .staff(supervisor)]),
            .leave(brother), .withdrawFact(plan),
        ]
        return commands.enumerated().map { place, command in
            Engine.Entry(command, on: start.adding(days: place + 1))
        }
    }
}
