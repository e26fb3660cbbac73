import CivilDate
import EpisodeEngine
import Intervention
import RandomHistories
import Testing

/// No family can get stuck: from every state that legal commands reach, legal commands end the episode.
struct WayOutTests {
    @Test(arguments: ProductModels.ids)
    func `from every state that is reached some legal sequence ends the episode`(_ id: ModelID) throws {
        let model = try ProductModels.model(id)
        var phases: Set<PhaseID> = []
        for seed in 4001...4200 as ClosedRange<UInt64> {
            let course = try RandomCourse(model, seed: seed, steps: 30)
            var history = History<EpisodeStream>()
            for entered in course.entered {
                history.apply(entered)
                guard let facts = history.facts else { continue }
                phases.insert(facts.phase)
                let exit = wayOut(of: history, under: course.rules)
                try #require(exit != nil, "\(id), seed \(seed): nothing ends it in \(facts.phase)")
            }
        }
        #expect(phases == Set(model.phases.phases.map(\.id)), "\(id): not every phase was reached")
    }

    /// Every tracker can be led on: a state that nothing leads out of is one that the model calls an end by giving it no
    /// move at all.
    @Test(arguments: ProductModels.ids)
    func `every state of a tracker that is reached has a legal move, or is an end by declaration`(
        _ id: ModelID
    ) throws {
        for tracker in try ProductModels.model(id).trackers {
            let left = Set(tracker.moves.flatMap(\.from))
            let entered = Set(tracker.moves.map(\.to)).union([tracker.start])
            let ends = entered.subtracting(left)
            #expect(ends.count < entered.count || entered.count == 1, "\(id): \(tracker.key) leads nowhere")
        }
    }

    /// The commands that end an episode on the day after its last; empty when it has ended, nil when none do.
    private func wayOut(of history: History<EpisodeStream>, under rules: Rulebook) -> [EpisodeCommand]? {
        guard let facts = history.facts, let last = history.standing.last?.occurredOn else { return nil }
        if rules.model.phases.phase(facts.phase)?.kind == .ended { return [] }
        let day = last.adding(days: 1)
        let ends =
            [EpisodeCommand.screen(Screening(.declined(.other)))]
            + rules.model.closureReasons.map { .close(Closing(reason: $0.id)) }
        return ends.first { command in
            (try? Engine.decide(command, on: day, after: history, under: rules, today: day)) != nil
        }
        .map { [$0] }
    }
}
