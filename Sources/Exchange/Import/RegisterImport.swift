import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites
import Vault

/// Takes a register into the record: finds out what every row would do, and then does it, all in one lent transaction.
///
/// A row is found again by its `episode_ref`. What it said at its last import is kept sealed, and so three sides are
/// compared: the last import, the file and the record. What only the file changed is corrected, what only the record changed
/// is kept, and what both changed is a problem.
struct RegisterImport: ImportWork {
    /// How many rows are looked at together: enough to make round trips cheap, few enough to keep memory flat.
    static let chunkLength = 2000

    let bench: ImportBench<RegisterColumn>
    /// What rows are checked against.
    let site: RegisterSite

    private var transaction: Transaction { bench.session.transaction }

    /// An import into the record of the session's site.
    init(_ bench: ImportBench<RegisterColumn>) throws {
        self.bench = bench
        site = try RegisterSite(bench.session)
    }

    func read(_ file: RegisterFile) -> RegisterContents { file.read(for: site) }

    func plan(
        _ contents: RegisterContents, of file: RegisterFile, _ options: ImportOptions,
        progress: (ImportProgress) -> Void
    ) async throws -> RegisterPlan {
        var plan = RegisterPlan()
        var judge = RowJudge(
            site: site, file: file.name, columns: contents.columns, rules: bench.session.rules,
            licensing: try await licensing()
        )
        for lines in contents.lines.chunks(of: Self.chunkLength) {
            let chunk = try await load(lines)
            judge.meet(chunk)
            for (position, line) in lines.enumerated() {
                try Task.checkCancellation()
                plan.add(try judge.judge(position, of: chunk), of: line)
            }
            progress(ImportProgress(step: .checking, done: lines.endIndex, total: contents.lines.count))
        }
        try await settleOverlaps(&plan, in: file)
        return plan
    }

    /// What is known of the licences of the site's teams: advice for what is history.
    func licensing() async throws -> Licensing {
        let teams = bench.session.site.teams.map(\.id)
        return .history(try await bench.store.standings(of: teams, site: bench.site, transaction))
    }

    func findings(
        of plan: RegisterPlan, _ contents: RegisterContents, in file: RegisterFile
    ) async throws -> PlanFindings {
        var findings = plan.findings(in: file.name, of: site)
        let present = contents.mentioned.map { bench.imported.key(of: $0.text) }
        let absent = try await bench.imported.absent(from: present, in: transaction)
        findings.absent = absent.compactMap { $0[.episodeRef] }.map { RowName([$0]) }
        return findings
    }

    func load(_ lines: ArraySlice<RegisterContents.Line>) async throws -> RegisterChunk {
        try await RegisterChunk(Array(lines), from: bench.store, imported: bench.imported, in: transaction)
    }

    private func settleOverlaps(_ plan: inout RegisterPlan, in file: RegisterFile) async throws {
        let children = Set(plan.entries.map(\.child))
        let refs = Set(plan.entries.map(\.target.episodeRef))
        let rows = try await transaction.query(
            """
            SELECT child_id, ref, coalesce(started_on, decided_on), closed_on FROM record.episode
            WHERE site_id = \(bench.site.number) AND decision = 'accepted'
                AND child_id = ANY(\(children.map { UUIDBytes(high: $0.high, low: $0.low) }))
            """
        )
        var others: [(child: ChildID, spell: ChildSpells.Spell)] = []
        for row in rows {
            let (id, ref, from, until) = try row.decode(UUIDBytes.self, String?.self, CivilDate.self, CivilDate?.self)
            if let ref = ref.flatMap({ EpisodeRef($0) }), refs.contains(ref) { continue }
            let spell = ChildSpells.Spell(line: nil, from: from, until: until)
            others.append((ChildID(high: id.high, low: id.low), spell))
        }
        plan.settleOverlaps(with: others, in: file.name)
    }
}
