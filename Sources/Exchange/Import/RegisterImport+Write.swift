import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Practice
import Vault

extension RegisterImport {
    func write(
        _ plan: RegisterPlan, _ contents: RegisterContents, of file: RegisterFile,
        progress: (ImportProgress) -> Void
    ) async throws {
        let fileImport = ImportID.made()
        let lines = plan.entries.filter(\.isToBeWritten).map(\.line)
        var judge = RowJudge(
            site: site, file: file.name, columns: contents.columns, rules: bench.session.rules,
            licensing: try await licensing(),
            narrative: plan.corrects ? try await bench.narrative(of: file) : nil
        )
        for part in lines.chunks(of: Self.chunkLength) {
            try await write(part, of: fileImport, by: &judge)
            progress(ImportProgress(step: .writing, done: part.endIndex, total: lines.count))
        }
        try await bench.note(fileImport, of: file, rows: plan.entries.count)
    }

    private func write(
        _ lines: ArraySlice<RegisterContents.Line>, of fileImport: ImportID, by judge: inout RowJudge
    ) async throws {
        let chunk = try await load(lines)
        judge.meet(chunk)
        var batch = try await bench.beginBatch()
        var kept: [KeptRow<RegisterColumn>] = []
        for position in chunk.lines.indices {
            try Task.checkCancellation()
            guard let decision = try judge.judge(position, of: chunk).decision else { throw ImportFault(.recordMoved) }
            var episode: EpisodeID?
            switch decision.action {
            case .nothing: break
            case .add(let decisions, let envelope):
                try changeChild(decision, of: chunk, because: judge.narrative, in: &batch)
                let id = EpisodeID.made()
                episode = id
                try batch.append(decisions, to: try batch.begin(id, in: EpisodeStream.self), under: envelope)
            case .change(let state, let decisions, let envelope):
                episode = state.id
                try changeChild(decision, of: chunk, because: judge.narrative, in: &batch)
                guard !decisions.isEmpty else { break }
                let stream = try batch.open(state)
                // One by one: the correction may bring another model, and the rest is decided under that.
                for decision in decisions { try batch.append([decision], to: stream, under: envelope) }
            }
            let known = chunk.episodes[chunk.lines[position].row.episodeRef]?.id
            if let values = decision.values, let episode = episode ?? known {
                kept.append(KeptRow(chunk.keys[position], values, of: episode))
            }
        }
        try await batch.flush(in: bench.session.transaction)
        try await bench.imported.keep(kept, of: fileImport, in: bench.session.transaction)
    }

    private func changeChild(
        _ decision: RowDecision, of chunk: RegisterChunk, because narrative: NarrativeReference?,
        in batch: inout RecordBatch
    ) throws {
        let child = try stream(of: decision.child, in: chunk, &batch)
        var former = decision.record
        if let record = decision.record, let id = decision.formerChild, id != decision.child {
            let losing = try stream(of: id, in: chunk, &batch)
            let change = ChildChange(batch.state(of: losing).history, losing: record)
            try apply(change, to: losing, because: narrative, in: &batch)
            former = nil
        }
        let change = ChildChange(batch.state(of: child).history, from: former, to: decision.target)
        try apply(change, to: child, because: narrative, in: &batch)
    }

    private func apply(
        _ change: ChildChange, to child: BatchStream<ChildStream>, because narrative: NarrativeReference?,
        in batch: inout RecordBatch
    ) throws {
        if change.needsCorrection {
            let correction = Correction(
                cause: .fileImport, narrative: narrative, replacements: change.replacements,
                withdrawals: change.withdrawals
            )
            try batch.correct(correction, of: child, under: NoRules(), today: site.today)
        }
        if !change.entries.isEmpty {
            try batch.record(change.entries, to: child, under: NoRules(), today: site.today)
        }
    }

    private func stream(
        of child: ChildID, in chunk: RegisterChunk, _ batch: inout RecordBatch
    ) throws -> BatchStream<ChildStream> {
        if let open = batch.stream(child, in: ChildStream.self) { return open }
        guard let state = chunk.children[child] else { return try batch.begin(child, in: ChildStream.self) }
        return try batch.open(state)
    }
}
