import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Sites

extension ImportWorld {
    /// When the events of an episode were recorded.
    func stamps(of episode: EpisodeID) async throws -> Set<Instant> {
        try await practice.withSite(site.code, for: .verify) { session in
            let rows = try await session.transaction.query(
                """
                SELECT recorded_at FROM record.event
                WHERE site_id = \(site.id.number) AND stream = 'episode'
                    AND stream_id = \(UUIDBytes(high: episode.high, low: episode.low))
                """
            )
            return Set(try rows.column(0, as: Instant.self))
        }
    }
}
