import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

/// A site as nightly work finds it before anything of it was read: enough to write down that its night is to be done,
/// also when its configuration cannot be read.
package struct NightSite: Hashable, Sendable {
    /// The number that the database gave it.
    package let id: SiteID
    /// Its code.
    package let code: SiteCode
    /// The name of its time zone, which this system may not know.
    package let timeZone: String
}

extension Practice {
    /// The sites that the asker may know of, by code. A site that cannot be read is among them: it must not keep the others from their nights.
    package func nightSites() async throws -> [NightSite] {
        try await withDirectory { transaction, own in
            try await transaction.query("SELECT site_id, code, time_zone FROM site.site ORDER BY code")
                .compactMap { row in
                    let (id, text, zone) = try row.decode(Int32.self, String.self, String.self)
                    return SiteCode(text).map { NightSite(id: SiteID(id), code: $0, timeZone: zone) }
                }
                .filter { own?.contains($0.id) ?? true }
        }
    }

    /// What a site's configurations say of its nights: when they begin, nil when the one in force does not say or cannot
    /// be read; and when the first was applied, nil when there is none.
    package func nightTerms(of site: NightSite) async throws -> (time: LocalTime?, configuredAt: Instant?) {
        let row = try await inScope(of: site, for: .showJobs, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT c.document, (SELECT min(f.applied_at) FROM site.configuration AS f WHERE f.site_id = c.site_id)
                FROM site.configuration AS c
                WHERE c.site_id = \(site.id.number) ORDER BY c.version DESC LIMIT 1
                """
            ).first?.decode(String.self, Instant.self)
        }
        guard let (document, configuredAt) = row else { return (nil, nil) }
        // Most files do not have the key, and need not be understood to know it.
        guard document.contains("nightly") else { return (nil, configuredAt) }
        return (try? SiteFile.applied(document).nightlyAt, configuredAt)
    }

    /// Waits for those who are recording at a site, and tells the latest instant at which nothing can become known there
    /// any more.
    package func settled(_ site: NightSite) async throws -> Instant {
        try await inScope(of: site, for: .runJobs) { transaction in
            try await RecordHorizon(clock: clock).settle(site: site.id, in: transaction)
        }
    }

    /// Lends one transaction for a night's work at a site, which the server ends when nothing was heard of it for so many
    /// seconds: what a worker that stands still has locked is free again when its lease is over.
    package func withNight<Result>(
        _ site: NightSite, silenceSeconds: Int, _ body: (SiteSession) async throws -> Result
    ) async throws -> Result {
        let silence = (name: "idle_in_transaction_session_timeout", value: "\(silenceSeconds)s")
        return try await withSite(
            site.code, for: .runJobs, isNoted: false, isolation: .repeatableRead, settings: [silence], body)
    }

    /// The time.
    package func now() -> Instant { clock.now() }
}
