import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

/// A table of a site that somebody is let in to take away. That it is taken is written down already.
package struct ExportPass: Sendable {
    /// The table.
    package let table: ExportTable
    fileprivate let site: SiteCode
    /// How many lines were written down.
    fileprivate let noted: Int
}

extension Practice {
    /// Lets somebody in to take a table of a site away, and writes down that they do, with how many lines there are.
    ///
    /// Events hold scores, and facts are of all families of the site: only who sees those has them.
    package func beginExport(of table: ExportTable, at code: SiteCode) async throws -> ExportPass {
        let count = try await withSite(code, for: .showEpisode, access: .readOnly) { session in
            try check(table, session)
            let count = try await session.store.count(table, site: session.site.id, session.transaction)
            session.looks.rows(count)
            return count
        }
        return ExportPass(table: table, site: code, noted: count)
    }

    /// Hands on all that there is, as of one moment, a part at a time. What came in since the pass was given is written
    /// down before it is handed on.
    /// - Returns: how many lines there were.
    package func export(
        _ pass: ExportPass, _ each: (Rows) async throws -> Void
    ) async throws -> Int {
        try await withSite(
            pass.site, for: .showEpisode, isNoted: false, access: .readOnly, isolation: .repeatableRead
        ) { session in
            try check(pass.table, session)
            var (sent, noted) = (0, pass.noted)
            return try await session.store.export(
                pass.table, site: session.site.id, in: session.transaction
            ) { rows in
                sent += rows.count
                if sent > noted { noted = try await note(rows.count, of: pass) + noted }
                try await each(rows)
            }
        }
    }

    private func note(_ more: Int, of pass: ExportPass) async throws -> Int {
        try await withSite(pass.site, for: .showEpisode, access: .readOnly) { session in session.looks.rows(more) }
        return more
    }

    private func check(_ table: ExportTable, _ session: SiteSession) throws(PracticeFault) {
        let needed: Set<Aspect> = table == .events ? [.record, .scores] : [.record]
        guard session.aspects.isSuperset(of: needed), table != .facts || session.isWholeSite else {
            throw .notAllowed(.showEpisode)
        }
    }
}
