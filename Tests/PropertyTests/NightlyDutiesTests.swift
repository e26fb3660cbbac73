import CivilDate
import EpisodeEngine
import Intervention
import RandomHistories
import Testing

/// What is owed depends on what had happened and on the day, not on the nights between.
struct NightlyDutiesTests {
    @Test(arguments: ProductModels.ids)
    func `what is owed on a day is the same whether or not later days are known`(_ id: ModelID) throws {
        let model = try ProductModels.model(id)
        for seed in 1...200 as ClosedRange<UInt64> {
            var course = try RandomCourse(model, seed: seed, steps: 40)
            let history = course.history
            for day in days(of: history, using: &course.chance) {
                let known = History.folded(history.standing.filter { $0.occurredOn <= day })
                let then = course.duties(of: known.facts, on: day)
                let now = course.duties(of: history.facts, on: day)
                try #require(then == now, "\(id), seed \(seed), \(day): \(difference(then, now))")
            }
        }
    }

    @Test(arguments: ProductModels.ids)
    func `what is owed after all nights is the same however the entries were spread over them`(_ id: ModelID) throws {
        let model = try ProductModels.model(id)
        for seed in 1001...1200 as ClosedRange<UInt64> {
            var course = try RandomCourse(model, seed: seed, steps: 40)
            let day = RandomCourse.today.adding(days: Int.random(in: 0...60, using: &course.chance))
            let atOnce = course.duties(of: course.history.facts, on: day)
            for _ in 0..<2 {
                #expect(owed(course, by: day, using: &course.chance) == atOnce, "\(id), seed \(seed)")
            }
        }
    }

    /// What the last of some nights writes: each takes in what was entered since the one before, one by one or together,
    /// and writes down what is owed.
    private func owed(
        _ course: RandomCourse, by last: CivilDate, using chance: inout SplitMix64
    ) -> RandomCourse.Duties {
        var history = History<EpisodeStream>()
        var rest = course.entered[...]
        var night = last.adding(days: -course.entered.count)
        while !rest.isEmpty {
            let entered = Array(rest.prefix(Int.random(in: 1...12, using: &chance)))
            rest = rest.dropFirst(entered.count)
            history.apply(entered)
            _ = course.duties(of: history.facts, on: night)
            night = night.adding(days: 1)
        }
        return course.duties(of: history.facts, on: last)
    }

    /// The days on which something happened, the days around them, and some between.
    private func days(
        of history: History<EpisodeStream>, using chance: inout SplitMix64
    ) -> [CivilDate] {
        let all = history.standing.map(\.occurredOn)
        guard let first = all.first, let last = all.last else { return [] }
        let near = all.shuffled(using: &chance).prefix(4)
            .map { $0.adding(days: Int.random(in: -1...1, using: &chance)) }
        let between = (0..<3).map { _ in
            first.adding(days: Int.random(in: 0...first.days(until: last) + 60, using: &chance))
        }
        return near + between
    }

    private func difference(_ then: RandomCourse.Duties, _ now: RandomCourse.Duties) -> String {
        let obligations = Set(then.obligations).symmetricDifference(now.obligations)
        let alerts = Set(then.alerts).symmetricDifference(now.alerts)
        return "\(obligations.map { "\($0)" }) \(alerts.map { "\($0)" })"
    }
}
