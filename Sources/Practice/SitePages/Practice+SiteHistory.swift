import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

/// A version of a site's configuration, with what it changed.
package struct SiteVersion: Sendable {
    /// The version.
    package let version: SettingsVersion
    /// When it was applied.
    package let appliedAt: Instant
    /// Who applied it.
    package let appliedBy: String
    /// What it says otherwise than the version before it, a sentence each; of the first what it set.
    package let changes: [String]
}

extension Practice {
    /// The most versions that are told.
    private static let mostVersions = 100

    /// The versions of a site's configuration, the latest first, each with what it changed.
    package func siteHistory(of code: SiteCode) async throws -> [SiteVersion] {
        try await withSite(code, for: .showSite, access: .readOnly) { session in
            let rows = try await session.transaction.query(
                """
                SELECT version, applied_at, applied_by::text, document FROM site.configuration
                WHERE site_id = \(session.site.id.number) ORDER BY version DESC LIMIT \(Int64(Self.mostVersions + 1))
                """)
            let files = try rows.map { try SiteFile.applied(try $0.decode(3, as: String.self)) }
            return try zip(rows, files.indices).prefix(Self.mostVersions).map { row, place in
                let (version, at, by) = try row.decode(Int32.self, Instant.self, String.self)
                let before = files.indices.contains(place + 1) ? files[place + 1] : nil
                return SiteVersion(
                    version: SettingsVersion(version), appliedAt: at, appliedBy: by,
                    changes: SiteChange.list(from: before, to: files[place], models: models).map(\.description))
            }
        }
    }
}
