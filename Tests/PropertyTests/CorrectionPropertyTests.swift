import CivilDate
import EpisodeEngine
import Intervention
import RandomHistories
import Testing

/// What was corrected and corrected back is as it was.
struct CorrectionPropertyTests {
    @Test(arguments: ProductModels.ids)
    func `a correction and its inverse give an equal state`(_ id: ModelID) throws {
        let model = try ProductModels.model(id)
        var taken = 0
        for seed in 2001...2200 as ClosedRange<UInt64> {
            var course = try RandomCourse(model, seed: seed, steps: 30, corrections: false)
            var history = course.history
            let before = history
            for _ in 0..<4 {
                guard let there = correction(of: before, using: &course.chance) else { continue }
                guard (try? history.correct(there, under: course.rules)) != nil else { continue }
                taken += 1
                #expect(history.standing != before.standing || there.isEmpty(in: before))
                try history.correct(inverse(of: there, in: before), under: course.rules)
                try #require(history.facts == before.facts, "\(id), seed \(seed)")
                try #require(history.standing == before.standing, "\(id), seed \(seed)")
                #expect(history.withdrawn.isEmpty)
            }
        }
        #expect(taken >= 200, "\(id): only \(taken) corrections were legal")
    }

    /// Some events on other days, or withdrawn, with one reason.
    private func correction(
        of history: History<EpisodeStream>, using chance: inout SplitMix64
    ) -> Correction<EpisodeCommand>? {
        let chosen = history.standing.shuffled(using: &chance).prefix(Int.random(in: 1...3, using: &chance))
        var correction = Correction<EpisodeCommand>(cause: .entryError)
        for event in chosen {
            if event.event.name != .referred, Bool.random(using: &chance) {
                correction.withdrawals.append(event.seq)
            } else if let command = event.event.command {
                let day = event.occurredOn.adding(days: Int.random(in: -6...6, using: &chance))
                correction.replacements.append(.init(event.seq, with: command, on: min(day, RandomCourse.today)))
            }
        }
        return correction
    }

    /// What puts every event back that a correction touched.
    private func inverse(
        of correction: Correction<EpisodeCommand>, in history: History<EpisodeStream>
    ) -> Correction<EpisodeCommand> {
        let touched = Set(correction.withdrawals + correction.replacements.map(\.seq))
        return Correction(
            cause: .entryError,
            replacements: history.standing.filter { touched.contains($0.seq) }.compactMap { event in
                event.event.command.map { .init(event.seq, with: $0, on: event.occurredOn) }
            }
        )
    }
}

extension Correction<EpisodeCommand> {
    /// Whether everything would stay on its own day.
    fileprivate func isEmpty(in history: History<EpisodeStream>) -> Bool {
        withdrawals.isEmpty
            && replacements.allSatisfy { replacement in
                history.standing.contains { $0.seq == replacement.seq && $0.occurredOn == replacement.on }
            }
    }
}
