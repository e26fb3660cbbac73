import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Vault

/// Decides about all rows of a stream together: compares the last import, the file and the record, and asks the engine.
///
/// It reads and changes nothing of the database: what there is was loaded before, what is decided is appended later.
struct ListJudge<List: RecordList> {
    typealias Column = List.Row.Column
    typealias Candidate = ListCandidate<List>

    let imported: ImportedRows<Column>
    let file: String
    /// The columns that the file has.
    let columns: Set<Column>
    let site: ListSite
    /// What the file says of these streams is all there is: the keys of all its rows; nil when it does not say so.
    let complete: Set<Digest256>?

    /// Decides about the rows of a stream.
    func judge(
        _ group: ListGroup<List>, of chunk: ListChunk<List>, for list: inout List
    ) throws -> ListVerdict<List> {
        guard let state = chunk.states[group.id] else { throw ImportFault(.recordMoved) }
        let rules = try list.rules(of: state)
        let items = list.items(of: state.history)
        var verdict = ListVerdict<List>()
        var candidates = compare(group, with: items, bases: chunk.bases, into: &verdict)
        candidates.removeAll { candidate in
            guard candidate.effect != .nothing,
                let problem = list.problem(of: candidate.row, in: state, under: rules, at: place(candidate.line))
            else { return false }
            verdict.problems.append(problem)
            return true
        }
        let leaving = absent(from: group, among: items, bases: chunk.bases, into: &verdict)
        settleOverlaps(of: &candidates, beside: items, without: leaving.map(\.item), for: list, into: &verdict)
        var history = state.history
        try withdraw(leaving, from: &history, for: list, under: rules, into: &verdict)
        let asked = candidates.sorted { $0.row.beganOn < $1.row.beganOn }.map { candidate in
            AskedRow(candidate, change: list.change(of: candidate.item, to: candidate.row))
        }
        if !decideTogether(asked[...], on: &history, under: rules, into: &verdict) {
            try decideApart(asked[...], on: &history, under: rules, into: &verdict)
        }
        verdict.advisories += list.remarks(on: verdict.rows, after: history, in: file)
        return verdict
    }

    /// Rows that an earlier import brought and that a complete file no longer has. What somebody changed in the record
    /// since is not the file's to withdraw: it stays, and is a conflict.
    private func absent(
        from group: ListGroup<List>, among items: [List.Item], bases: [Digest256: RowCells<Column>],
        into verdict: inout ListVerdict<List>
    ) -> [Leaving] {
        guard let complete else { return [] }
        return items.compactMap { item in
            let key = imported.key(of: item.identity, in: group.id)
            guard let base = bases[key], !complete.contains(key) else { return nil }
            let changed = Column.allCases.filter { Column.told.contains($0) && item.told[$0] != base[$0] }
            guard changed.isEmpty else {
                let place = ImportPlace(file: file, absent: base.rowName)
                verdict.problems += changed.map { .conflict($0, ofAbsentRowAt: place) }
                return nil
            }
            return Leaving(key: key, item: item, name: base.rowName)
        }
    }

    private struct Leaving {
        let key: Digest256
        let item: List.Item
        let name: RowName
    }

    private func settleOverlaps(
        of candidates: inout [Candidate], beside items: [List.Item], without leaving: [List.Item], for list: List,
        into verdict: inout ListVerdict<List>
    ) {
        let gone = Set(leaving.map(\.identity))
        while true {
            let changing = candidates.filter { $0.effect != .nothing }
            let replaced = gone.union(changing.map(\.row.identity))
            let beside = items.filter { !replaced.contains($0.identity) }
            let overlapping = list.overlaps(among: changing.map(\.planned), beside: beside)
            guard !overlapping.isEmpty else { return }
            for (line, other) in overlapping {
                verdict.problems.append(.spellsOverlap(with: other, of: Column.self, at: place(line)))
            }
            candidates.removeAll { overlapping[$0.line] != nil }
        }
    }

    private func withdraw(
        _ leaving: [Leaving], from history: inout History<List.Stream>, for list: List, under rules: List.Stream.Rules,
        into verdict: inout ListVerdict<List>
    ) throws {
        var change = StreamChange<List.Stream>()
        for one in leaving {
            change.withdrawals += one.item.withdrawals
            verdict.withdrawn.append((one.key, one.name))
            verdict.values.append((one.key, RowCells()))
        }
        // What is taken out leaves a gap and nothing else: no rule speaks against it.
        _ = try change.decide(on: &history, under: rules, today: site.today)
        verdict.change.add(change)
    }

    func place(_ line: FileLine) -> ImportPlace { ImportPlace(file: file, line: line) }
}
