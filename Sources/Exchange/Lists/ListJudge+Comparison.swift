import EpisodeEngine
import EpisodeStore
import Intervention
import Vault

extension ListJudge {
    /// Compares each row with the last import and the record, and leaves out those that cannot go in.
    func compare(
        _ group: ListGroup<List>, with items: [List.Item], bases: [Digest256: RowCells<Column>],
        into verdict: inout ListVerdict<List>
    ) -> [Candidate] {
        let standing = Dictionary(items.map { ($0.identity, $0) }) { first, _ in first }
        let lines = Dictionary(grouping: group.lines, by: \.row.identity).mapValues { $0.map(\.line) }
        var candidates: [Candidate] = []
        for line in group.lines {
            // The same child by its own reference and by that of its episode: only here are they known to be one.
            if let doubled = lines[line.row.identity], doubled.count > 1 {
                let (code, column, sentence) = List.Reader.doubled(
                    on: doubled.map(\.description).joined(separator: ", ")
                )
                verdict.problems.append(
                    ImportProblem(code, at: place(line.line), column: column.rawValue, sentence)
                )
                continue
            }
            let key = imported.key(of: line.row.identity, in: group.id)
            let outcome = compare(line, with: standing[line.row.identity], base: bases[key], key: key)
            verdict.problems += outcome.problems
            if let candidate = outcome.candidate { candidates.append(candidate) }
        }
        return candidates
    }

    private typealias Outcome = (candidate: Candidate?, problems: [ImportProblem])

    private func compare(
        _ line: FileContents<List.Row>.Line, with item: List.Item?, base: RowCells<Column>?, key: Digest256
    ) -> Outcome {
        let row = (item?.told ?? base).map { line.row.read(asIn: $0) } ?? line.row
        let cells = row.cells
        let named = Set(Column.owners + Column.identity)
        let values = cells.filled(from: base, outside: columns.union(named))
        func candidate(_ row: List.Row, _ effect: RowEffect) -> Outcome {
            let kept = values == base ? nil : values
            let one = Candidate(line: line.line, row: row, item: item, effect: effect, key: key, values: kept)
            return (one, [])
        }
        guard let item else {
            guard let base else { return candidate(row, .adds) }
            // It was taken out of the record since: that is kept, unless the file says something new of it.
            let changed = Column.allCases.first { Column.told.contains($0) && values[$0] != base[$0] }
            guard let changed else { return candidate(row, .nothing) }
            return (nil, [.conflict(changed, at: place(line.line))])
        }
        let result = ThreeWay(
            base: base, file: cells, columns: columns.intersection(Column.told), record: item.told
        )
        guard result.conflicts.isEmpty else {
            return (nil, result.conflicts.map { .conflict($0, at: place(line.line)) })
        }
        guard !result.changed.isEmpty else { return candidate(row, .nothing) }
        var reader = List.Reader(site: site, place: place(line.line), cells: result.merged.named(like: cells))
        guard let target = reader.read() else { return (nil, reader.problems) }
        return candidate(target, .corrects)
    }
}
