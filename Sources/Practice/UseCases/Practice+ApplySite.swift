import Accounts
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// What applying a file would change, and upon which version.
package struct SitePreview: Sendable {
    /// What would change.
    package let plan: SitePlan
    /// The version in force; 0 before the first.
    package let version: SettingsVersion
}

extension Practice {
    /// Applies a site file. The same file again changes nothing.
    /// - Parameters:
    ///   - dryRun: only tells what would change.
    ///   - newTeam: makes the id of a team that is new.
    /// - Throws: ``SiteRefusal``, ``PracticeFault``.
    package func apply(
        _ file: SiteFile, dryRun: Bool = false,
        newTeam: @escaping @Sendable (TeamCode) -> TeamID = { _ in .random() }
    ) async throws -> SitePlan {
        let applying = applying(newTeam)
        return try await Retry.onConflict {
            try await withConfiguring(file.code, access: dryRun ? .readOnly : .readWrite) { transaction in
                if dryRun { return try await applying.plan(file, in: transaction) }
                return try await apply(file, by: applying, in: transaction)
            }
        }
    }

    /// What applying a file to a site that there is would change, and upon which version.
    /// - Throws: ``SiteRefusal``, ``PracticeFault``.
    package func preview(_ file: SiteFile) async throws -> SitePreview {
        let applying = applying()
        return try await withConfiguring(file.code, access: .readOnly) { transaction in
            SitePreview(
                plan: try await applying.plan(file, in: transaction),
                version: try await inForce(at: file.code, in: transaction))
        }
    }

    /// Applies a file upon the version that was seen, once however often it is sent under its key. What is told is the
    /// version in force.
    /// - Throws: ``KeyedWriteFault``, ``SiteRefusal``, ``PracticeFault``.
    package func applyOnce(
        _ file: SiteFile, seen version: SettingsVersion, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        guard case .account(let seat) = asker else { throw KeyedWriteFault.nobody }
        let applying = applying()
        return try await Retry.onConflict {
            try await withConfiguring(file.code, access: .readWrite) { transaction in
                guard let site = try await SiteDirectory.find(file.code, in: transaction) else {
                    throw PracticeFault.unknownSite(file.code, known: [])
                }
                let ledger = KeyLedger(
                    keyed, of: seat.account, at: clock.now(), site: site, vault: store.vault, in: transaction)
                if let kept = try await ledger.kept() { return kept }
                // Nobody else applies a file before this transaction ends, so what was seen is what is changed.
                try await SiteApply.takeTurn(file.code, in: transaction)
                let inForce = try await inForce(at: file.code, in: transaction)
                guard inForce == version else { throw KeyedWriteFault.changed(StreamSeq(Int64(inForce.number))) }
                let plan = try await apply(file, by: applying, in: transaction)
                let written = WrittenOnce(told: "\((plan.newVersion ?? version).number)")
                try ledger.keep(written)
                return written
            }
        }
    }

    private func applying(
        _ newTeam: @escaping @Sendable (TeamCode) -> TeamID = { _ in .random() }
    ) -> SiteApply {
        SiteApply(store: store, models: models, clock: clock, author: actor, newTeam: newTeam)
    }

    private func apply(
        _ file: SiteFile, by applying: SiteApply, in transaction: Transaction
    ) async throws -> SitePlan {
        let plan = try await applying.apply(file, in: transaction)
        if !plan.changesNothing { try await keepModels(of: file, in: transaction) }
        return plan
    }

    /// The version of a site's configuration in force; 0 before the first.
    private func inForce(at code: SiteCode, in transaction: Transaction) async throws -> SettingsVersion {
        SettingsVersion(
            try await transaction.query(
                """
                SELECT coalesce(max(c.version), 0) FROM site.configuration AS c JOIN site.site AS s USING (site_id)
                WHERE s.code = \(code.text)
                """
            ).column(0, as: Int32.self).first ?? 0)
    }
}
