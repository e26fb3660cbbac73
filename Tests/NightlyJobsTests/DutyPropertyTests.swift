import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import NightlyJobs
import Postgres
import RandomHistories
import Testing

/// Lists that are moved on from night to night are those that are made out of nothing.
@Suite struct DutyPropertyTests {
    private static let models: [ModelID] = ["mst", "mst-can", "mst-fit", "mst-e", "mst-psb"]
    private static let jobs: [any NightlyJob] = [ObligationsJob(), AlertsJob()]

    /// A family whose story is recorded bit by bit.
    private struct Story {
        let episode: EpisodeID
        let rules: Rulebook
        var steps: ArraySlice<RandomStep<EpisodeStream>>
    }

    @Test(arguments: models)
    func `night after night gives what each night gives out of nothing`(_ id: ModelID) async throws {
        try await NightWorld.with(models: try NightWorld.declaredModels()) { night, sites in
            let seed = UInt64.random(in: .min ... .max)
            var chance = SplitMix64(seed: seed)
            let site = sites[0]
            var stories: [Story] = []
            for _ in 0..<5 { stories.append(try await begin(night, site, id, &chance)) }
            var day = FixtureWorld.today.adding(days: -900)
            for _ in 0..<45 {
                day = day.adding(days: [1, 1, 1, 2, 5, 9, 40].randomElement(using: &chance) ?? 1)
                let known = try await night.settled(site)
                for place in stories.indices where Int.random(in: 0..<3, using: &chance) == 0 {
                    try await goOn(&stories[place], night, site, &chance)
                }
                // What was recorded since is not looked at until a later night.
                let cut = Bool.random(using: &chance) ? known : nil
                for job in Self.jobs { try await night.derive(job, on: day, at: site, knownAt: cut) }
                let kept = try await night.duties(site)
                for (job, table) in zip(Self.jobs, ["obligation ", "alert "]) {
                    let made = try await night.fromNothing(job, on: day, at: site, knownAt: cut)
                    let mine = kept.filter { $0.hasPrefix(table) || $0.contains("\"job\": \"\(job.name)\"") }
                    let difference = Set(made).symmetricDifference(mine)
                    try #require(difference.isEmpty, "\(id), seed \(seed), \(day), \(job.name)")
                }
            }
        }
    }

    private func begin(
        _ night: NightWorld, _ site: FixtureSite, _ model: ModelID, _ chance: inout SplitMix64
    ) async throws -> Story {
        let rules = try night.world.rules(model)
        let child = ChildID(high: chance.next(), low: chance.next())
        let steps = try RandomHistory(on: site, under: rules)
            .episode(of: child, steps: 60, corrections: true, using: &chance)
        var story = Story(
            episode: EpisodeID(high: chance.next(), low: chance.next()), rules: rules, steps: steps[...])
        try await night.world.transaction(in: site) { transaction in
            var batch = try await night.world.store.begin(
                site: site.id, by: FixtureWorld.author(), in: transaction)
            let stream = try batch.begin(child, in: ChildStream.self)
            try batch.record(
                [Engine.Entry(ChildCommand.register(nil), on: FixtureWorld.today.adding(days: -1500))], to: stream,
                under: NoRules(), today: FixtureWorld.today)
            try await batch.flush(in: transaction)
        }
        try await goOn(&story, night, site, &chance)
        return story
    }

    /// Records the next steps of a story, one to twelve of them.
    private func goOn(
        _ story: inout Story, _ night: NightWorld, _ site: FixtureSite, _ chance: inout SplitMix64
    ) async throws {
        let next = Array(story.steps.prefix(Int.random(in: 1...12, using: &chance)))
        story.steps = story.steps.dropFirst(next.count)
        let (episode, rules) = (story.episode, story.rules)
        let commands = next.map { step in
            switch step {
            case .record(let entry): RecordCommand.record([entry], to: episode, in: EpisodeStream.self) { _ in rules }
            case .correct(let correction):
                RecordCommand.correct(correction, of: episode, in: EpisodeStream.self) { _ in rules }
            }
        }
        guard !commands.isEmpty else { return }
        try await night.world.transaction(in: site) { transaction in
            try await night.world.store.append(
                commands, site: site.id, by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction)
        }
    }
}
