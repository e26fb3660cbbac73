import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

/// A row and what it asks of its stream.
struct AskedRow<List: RecordList> {
    let candidate: ListCandidate<List>
    let change: StreamChange<List.Stream>

    /// A row with what would make it so; one that changes nothing asks for nothing.
    init(_ candidate: ListCandidate<List>, change: @autoclosure () -> StreamChange<List.Stream>) {
        self.candidate = candidate
        self.change = candidate.effect == .nothing ? StreamChange() : change()
    }
}

extension ListJudge {
    /// Asks the engine about all rows of a stream at once, in the order in which things happened.
    /// - Returns: whether all may go in and each advisory has its row. If not, nothing has happened.
    func decideTogether(
        _ asked: ArraySlice<AskedRow<List>>, on history: inout History<List.Stream>, under rules: List.Stream.Rules,
        into verdict: inout ListVerdict<List>
    ) -> Bool {
        var change = StreamChange<List.Stream>()
        for one in asked { change.add(one.change) }
        var decided = history
        guard let advice = try? change.decide(on: &decided, under: rules, today: site.today),
            advice.correction.isEmpty
        else { return false }
        history = decided
        var entries = advice.entries[...]
        for one in asked {
            let own = entries.prefix(one.change.entries.count)
            entries = entries.dropFirst(own.count)
            take(one, advice: Array(own.joined()), into: &verdict)
        }
        return true
    }

    /// Asks the engine about rows in the order in which things happened, so that each refusal has its row: halves that may
    /// go in are asked about as a whole, the others are halved again.
    func decideApart(
        _ asked: ArraySlice<AskedRow<List>>, on history: inout History<List.Stream>, under rules: List.Stream.Rules,
        into verdict: inout ListVerdict<List>
    ) throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
        if asked.count > 1 {
            let middle = asked.index(asked.startIndex, offsetBy: asked.count / 2)
            for half in [asked[..<middle], asked[middle...]]
            where half.count < 2 || !decideTogether(half, on: &history, under: rules, into: &verdict) {
                try decideApart(half, on: &history, under: rules, into: &verdict)
            }
        } else if let one = asked.first {
            decide(one, on: &history, under: rules, into: &verdict)
        }
    }

    private func decide(
        _ one: AskedRow<List>, on history: inout History<List.Stream>, under rules: List.Stream.Rules,
        into verdict: inout ListVerdict<List>
    ) {
        do throws(Refusal) {
            let advice = try one.change.decide(on: &history, under: rules, today: site.today)
            take(one, advice: advice.all, into: &verdict)
        } catch {
            let place = place(one.candidate.line)
            let column = List.column(of: error)?.rawValue
            verdict.problems.append(
                ImportProblem(.refused, at: place, column: column, "\(error) (\(error.code))")
            )
        }
    }

    private func take(_ asked: AskedRow<List>, advice: [Advisory], into verdict: inout ListVerdict<List>) {
        let candidate = asked.candidate
        verdict.change.add(asked.change)
        verdict.advisories += advice.map { ImportAdvisory($0, at: place(candidate.line)) }
        if let values = candidate.values { verdict.values.append((candidate.key, values)) }
        verdict.rows.append(candidate.planned)
    }
}
