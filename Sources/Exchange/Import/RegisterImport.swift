import CivilDate
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
package struct RegisterImport: Sendable {
    /// How many rows are looked at together: enough to make round trips cheap, few enough to keep memory flat.
    static let chunkLength = 2000

    /// What rows are checked against.
    let site: RegisterSite
    let session: SiteSession
    let store: EpisodeStore
    let imported: ImportedRows
    let vault: Vault
    let clock: RecordClock

    var siteID: SiteID { session.site.id }

    /// An import into the record of the session's site.
    /// - Parameters:
    ///   - models: all versions of the models, as the record's store has them.
    ///   - vault: the vault over the keys of the home.
    ///   - clock: the clock that the record is stamped by. It is looked at once: a file becomes known at one instant.
    package init(in session: SiteSession, models: ModelRegistry, vault: Vault, clock: RecordClock) throws {
        self.session = session
        self.vault = vault
        self.clock = clock.latched()
        site = try RegisterSite(session)
        store = EpisodeStore(models: models, vault: vault, clock: self.clock)
        imported = ImportedRows(site: session.site.id, vault: vault)
    }

    /// Imports a file.
    /// - Parameter progress: is told now and then how far it has come.
    /// - Throws: ``ImportFault``, or what the store or the database throws; the transaction is to be rolled back then.
    package func run(
        _ file: RegisterFile, _ options: ImportOptions, progress: (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        let contents = file.read(for: site)
        var report = ImportReport(file: file.name, options: options)
        report.counts.rows = contents.rowCount
        report.problems = contents.problems
        guard !contents.isUnreadable, !contents.columns.isEmpty else {
            report.counts.rejected = contents.rowCount
            return report
        }

        try await takeTurn()
        var plan = try await plan(contents, of: file, progress: progress)
        try await settleOverlaps(&plan, in: file)
        report.take(plan, contents, of: site)
        report.absent = try await imported.absent(
            from: contents.mentioned.map(imported.key(of:)), in: session.transaction
        )
        report.counts.absent = report.absent.count

        guard !options.isTrial, !report.hasProblems || options.acceptsValid else { return report }
        try await write(plan, contents, of: file, progress: progress)
        report.isApplied = true
        if report.hasProblems { report.rejectedRows = RejectedRows.bytes(of: file, problems: report.problems) }
        return report
    }

    /// Lets one import of a site go on at a time: the second then finds what the first has written.
    private func takeTurn() async throws {
        let space: Int32 = 0x494D_5052
        _ = try await session.transaction.query("SELECT pg_advisory_xact_lock(\(space), \(siteID.number))")
    }

    private func plan(
        _ contents: RegisterContents, of file: RegisterFile, progress: (ImportProgress) -> Void
    ) async throws -> RegisterPlan {
        var plan = RegisterPlan()
        var judge = RowJudge(
            site: site, file: file.name, columns: contents.columns, rulebooks: Rulebooks(session.rules)
        )
        for lines in contents.lines.chunks(of: Self.chunkLength) {
            let chunk = try await load(lines)
            judge.meet(chunk)
            for (position, line) in lines.enumerated() {
                plan.add(try judge.judge(position, of: chunk), of: line)
            }
            progress(ImportProgress(step: .checking, done: lines.endIndex, total: contents.lines.count))
        }
        return plan
    }

    func load(_ lines: ArraySlice<RegisterContents.Line>) async throws -> RegisterChunk {
        try await RegisterChunk(Array(lines), from: store, imported: imported, in: session.transaction)
    }

    private func settleOverlaps(_ plan: inout RegisterPlan, in file: RegisterFile) async throws {
        let children = Set(plan.entries.map(\.child))
        let refs = Set(plan.entries.map(\.target.episodeRef))
        let rows = try await session.transaction.query(
            """
            SELECT child_id, ref, coalesce(started_on, decided_on), closed_on FROM record.episode
            WHERE site_id = \(siteID.number) AND decision = 'accepted'
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
