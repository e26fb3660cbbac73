import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import RandomHistories

/// A random history that was recorded.
package struct ToldHistory: Sendable {
    /// The episode.
    package let episode: EpisodeID
    /// The child.
    package let child: ChildID
    /// The episode as the batch had it when all was recorded.
    package let history: History<EpisodeStream>
    /// The child as the batch had it when all was recorded.
    package let childHistory: History<ChildStream>
}

extension FixtureWorld {
    /// Records a random history of an episode and its child, each step with a stamp of its own in the past, flushed now
    /// and then.
    package func tell(
        _ random: RandomHistory, steps count: Int, corrections: Bool = true, using generator: inout SplitMix64,
        on site: FixtureSite
    ) async throws -> ToldHistory {
        let episode = EpisodeID(high: generator.next(), low: generator.next())
        let child = ChildID(high: generator.next(), low: generator.next())
        let childSteps = random.child(steps: count / 4, using: &generator)
        let steps = random.episode(of: child, steps: count, corrections: corrections, using: &generator)
        let start = FixtureWorld.today.adding(days: -400)
        var stamp = Instant(microseconds: Int64(start.dayNumber) * 86_400_000_000)
        let plan = steps.map { step in
            (step, Int64.random(in: 0..<3, using: &generator), Int.random(in: 0..<5, using: &generator) == 0)
        }
        return try await transaction(in: site) { transaction in
            var batch = try await store.beginStamped(site: site.id, by: FixtureWorld.author(), in: transaction)
            let childStream = try batch.begin(child, in: ChildStream.self)
            for step in childSteps {
                stamp = stamp.adding(microseconds: 1)
                try batch.take(step, of: childStream, under: NoRules(), at: stamp)
            }
            let stream = try batch.begin(episode, in: EpisodeStream.self)
            for (step, gap, isFlushed) in plan {
                // A gap of nothing makes a step part of the append before it, unless that has been written.
                stamp = stamp.adding(microseconds: batch.pendingCount == 0 ? gap + 1 : gap)
                try batch.take(step, of: stream, under: random.rules, at: stamp)
                if isFlushed { try await batch.flush(in: transaction) }
            }
            try await batch.flush(in: transaction)
            return ToldHistory(
                episode: episode, child: child, history: batch.state(of: stream).history,
                childHistory: batch.state(of: childStream).history
            )
        }
    }
}

extension RecordBatch {
    /// Takes a step of a random history.
    package mutating func take<Stream: StoredStream>(
        _ step: RandomStep<Stream>, of stream: BatchStream<Stream>, under rules: Stream.Rules, at stamp: Instant? = nil
    ) throws {
        switch step {
        case .record(let entry): try record([entry], to: stream, under: rules, today: FixtureWorld.today, at: stamp)
        case .correct(let correction):
            try correct(correction, of: stream, under: rules, today: FixtureWorld.today, at: stamp)
        }
    }
}
