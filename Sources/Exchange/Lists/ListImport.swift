import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Practice
import Vault

/// Takes a list into the record.
///
/// A row is found again by the stream that it belongs to and by what tells the stream's rows apart. What it said at its last
/// import is kept sealed, and so three sides are compared, as for a register. All rows of a stream are judged together.
struct ListImport<List: RecordList>: ImportWork {
    typealias Column = List.Row.Column
    typealias Row = List.Row
    typealias Plan = ListPlan<List>

    /// How many rows are looked at together: enough to make round trips cheap, few enough to keep memory flat.
    private static var chunkLength: Int { 2000 }

    let bench: ImportBench<Column>

    private var site: ListSite { ListSite(today: bench.session.today, instruments: bench.interviews.definitions) }

    func read(_ file: TableFile<Column>) -> FileContents<Row> {
        file.read(by: List.Reader.self, for: site)
    }

    func plan(
        _ contents: FileContents<Row>, of file: TableFile<Column>, _ options: ImportOptions,
        progress: (ImportProgress) -> Void
    ) async throws -> Plan {
        var plan = Plan()
        let streams = try await streams(of: contents)
        for name in contents.mentioned {
            guard let id = streams[name.owner] else { continue }
            plan.mentioned.insert(bench.imported.key(of: name.identity, in: id))
        }
        let groups = groups(of: contents, in: streams, of: file, problems: &plan.findings.problems)
        let judge = judge(of: contents, file, complete: options.isComplete ? plan.mentioned : nil)
        var list = List(bench)
        var done = 0
        for part in Self.chunks(groups) {
            let chunk = try await ListChunk(part, for: &list, by: bench)
            for group in part {
                try Task.checkCancellation()
                plan.add(try judge.judge(group, of: chunk, for: &list), of: group)
                done += group.lines.count
            }
            progress(ImportProgress(step: .checking, done: done, total: contents.lines.count))
        }
        return plan
    }

    func findings(
        of plan: Plan, _ contents: FileContents<Row>, in file: TableFile<Column>
    ) async throws -> PlanFindings {
        var findings = plan.findings
        let known = Array(plan.mentioned.union(plan.withdrawn))
        findings.absent = try await bench.imported.absent(from: known, in: bench.session.transaction).map(\.rowName)
        return findings
    }

    func write(
        _ plan: Plan, _ contents: FileContents<Row>, of file: TableFile<Column>, progress: (ImportProgress) -> Void
    ) async throws {
        let fileImport = ImportID.made()
        let narrative = plan.corrects ? try await bench.narrative(of: file) : nil
        let complete = plan.withdrawn.isEmpty ? nil : plan.mentioned
        let judge = judge(of: contents, file, complete: complete)
        var list = List(bench)
        let total = plan.groups.reduce(0) { $0 + $1.lines.count }
        var done = 0
        for part in Self.chunks(plan.groups) {
            let chunk = try await ListChunk(part, for: &list, by: bench)
            var batch = try await bench.beginBatch()
            var kept: [KeptRow<Column>] = []
            for group in part {
                try Task.checkCancellation()
                let verdict = try judge.judge(group, of: chunk, for: &list)
                guard verdict.problems.isEmpty, let state = chunk.states[group.id] else {
                    throw ImportFault(.recordMoved)
                }
                kept += verdict.values.map { KeptRow($0.key, $0.cells, of: group.id) }
                try append(verdict.change, to: state, under: list.rules(of: state), because: narrative, in: &batch)
                done += group.lines.count
            }
            try await batch.flush(in: bench.session.transaction)
            try await bench.imported.keep(kept, of: fileImport, in: bench.session.transaction)
            progress(ImportProgress(step: .writing, done: done, total: total))
        }
        try await bench.note(fileImport, of: file, rows: plan.findings.taken.count)
    }

    private func append(
        _ change: StreamChange<List.Stream>, to state: StreamState<List.Stream>, under rules: List.Stream.Rules,
        because narrative: NarrativeReference?, in batch: inout RecordBatch
    ) throws {
        guard !change.isEmpty else { return }
        let stream = try batch.open(state)
        if change.needsCorrection {
            try batch.correct(
                change.correction(because: narrative), of: stream, under: rules, today: bench.session.today
            )
        }
        if !change.entries.isEmpty {
            try batch.record(change.entries, to: stream, under: rules, today: bench.session.today)
        }
    }

    private func judge(
        of contents: FileContents<Row>, _ file: TableFile<Column>, complete: Set<Digest256>?
    ) -> ListJudge<List> {
        ListJudge(
            imported: bench.imported, file: file.name, columns: Column.meant(by: contents.columns),
            site: site, complete: complete
        )
    }
}

extension ListImport {
    /// The streams of all owners that the file names.
    private func streams(
        of contents: FileContents<Row>
    ) async throws -> [RowOwner: RecordID<List.Stream.Owner>] {
        var streams: [RowOwner: RecordID<List.Stream.Owner>] = [:]
        for owners in Array(Set(contents.mentioned.map(\.owner))).chunks(of: Self.chunkLength) {
            streams.merge(try await List.streams(of: Array(owners), by: bench)) { first, _ in first }
        }
        return streams
    }

    /// The rows by their streams, each stream where the file names it first.
    private func groups(
        of contents: FileContents<Row>, in streams: [RowOwner: RecordID<List.Stream.Owner>],
        of file: TableFile<Column>, problems: inout [ImportProblem]
    ) -> [ListGroup<List>] {
        var places: [RecordID<List.Stream.Owner>: Int] = [:]
        var groups: [ListGroup<List>] = []
        for line in contents.lines {
            guard let id = streams[line.row.owner] else {
                let place = ImportPlace(file: file.name, line: line.line)
                problems.append(List.unknown(line.row.owner, at: place))
                continue
            }
            if let place = places[id] {
                groups[place].lines.append(line)
            } else {
                places[id] = groups.count
                groups.append(ListGroup(id: id, lines: [line]))
            }
        }
        return groups
    }

    /// The groups in runs that have about as many rows as are looked at together.
    private static func chunks(_ groups: [ListGroup<List>]) -> [[ListGroup<List>]] {
        var chunks: [[ListGroup<List>]] = []
        var rows = 0
        for group in groups {
            if chunks.isEmpty || rows >= chunkLength {
                chunks.append([])
                rows = 0
            }
            chunks[chunks.count - 1].append(group)
            rows += max(group.lines.count, 1)
        }
        return chunks
    }
}
