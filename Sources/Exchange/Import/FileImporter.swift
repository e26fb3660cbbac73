import Accounts
import EpisodeStore
import Intervention
import Postgres
import Practice
import Vault

/// The use cases `import ...`: a file on disk goes into a site's record, in one transaction.
package struct FileImporter<Column: FileColumn>: Sendable {
    /// How often an import is begun that loses races against live work, before its loss is reported.
    private static var attempts: Int { 3 }

    private let practice: Practice
    private let begin: @Sendable (SiteSession) async throws -> any ImportWork<Column>

    /// - Parameters:
    ///   - practice: opens the transaction.
    ///   - begin: puts the work together in the transaction.
    init(practice: Practice, begin: @escaping @Sendable (SiteSession) async throws -> any ImportWork<Column>) {
        self.practice = practice
        self.begin = begin
    }

    /// Imports the file at a path. Rejected rows of a file that was taken for the rest are put beside it, under the name of
    /// ``RejectedRows/name(for:)``: before the commit as a draft, so that a full disk is found out in time.
    /// - Throws: ``FileFault`` when a file cannot be read or written; ``ImportFault``; what `Practice` throws.
    package func run(
        path: String, at site: SiteCode, _ options: ImportOptions = ImportOptions(),
        progress: (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        let file = TableFile<Column>(name: path, bytes: try FileBytes.read(path))
        var draft: FileDraft?
        do {
            let report = try await run(file, at: site, options, progress: progress) { report in
                draft?.discard()
                draft = nil
                guard !report.rejectedRows.isEmpty else { return }
                draft = try FileDraft(of: RejectedRows.name(for: path), bytes: report.rejectedRows)
            }
            try draft?.publish()
            return report
        } catch {
            draft?.discard()
            throw error
        }
    }

    /// Imports a file that is in memory.
    /// - Parameter beforeCommit: looks at the report while everything can still be undone; what it throws undoes it.
    package func run(
        _ file: TableFile<Column>, at site: SiteCode, _ options: ImportOptions = ImportOptions(),
        progress: (ImportProgress) -> Void = { _ in }, beforeCommit: (ImportReport) throws -> Void = { _ in }
    ) async throws -> ImportReport {
        for _ in 1..<Self.attempts {
            do {
                return try await once(file, at: site, options, progress: progress, beforeCommit: beforeCommit)
            } catch let fault as ImportFault where fault.code == .recordMoved {
                try Task.checkCancellation()
            } catch let fault as StoreFault where fault.code == .conflict {
                try Task.checkCancellation()
            }
        }
        return try await once(file, at: site, options, progress: progress, beforeCommit: beforeCommit)
    }

    private func once(
        _ file: TableFile<Column>, at site: SiteCode, _ options: ImportOptions, progress: (ImportProgress) -> Void,
        beforeCommit: (ImportReport) throws -> Void
    ) async throws -> ImportReport {
        try await practice.withSite(site, for: .importFile) { session in
            // The same statements are asked of tables that were empty when the file was checked and are full when its
            // last rows are written: a plan that is kept from the beginning would read them from end to end.
            try await session.transaction.execute("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
            let report = try await begin(session).run(file, options, progress: progress)
            try beforeCommit(report)
            return report
        }
    }
}
