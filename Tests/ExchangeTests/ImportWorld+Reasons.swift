import Accounts
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Exchange
import Intervention
import Postgres
import Practice
import Sites
import Vault

extension ImportWorld {
    /// The reasons of an episode's corrections, opened.
    func reasons(of episode: EpisodeID) async throws -> [String] {
        try await practice.withSite(site.code, for: .verify) { session in
            let rows = try await session.transaction.query(
                """
                SELECT payload FROM record.event
                WHERE site_id = \(site.id.number) AND stream = 'episode' AND kind = 'corrected'
                    AND stream_id = \(UUIDBytes(high: episode.high, low: episode.low))
                ORDER BY seq
                """
            )
            var reasons: [String] = []
            for row in rows {
                let payload = try WrittenPayload(json: try row.decode(0, as: JSONBytes.self).bytes)
                let event = try EpisodeEvent(name: .corrected, payload: payload)
                guard let reference = event.correction?.narrative, let sealed = SealedNarrative(reference),
                    let text = try await world.vault.read(sealed, site: site.id, in: session.transaction)
                else { continue }
                reasons.append(text)
            }
            return reasons
        }
    }

    /// How many sealed texts the site has.
    func narratives() async throws -> Int {
        try await practice.withSite(site.code, for: .verify) { session in
            try await session.transaction.query("SELECT count(*) FROM narrative.text").column(0, as: Int.self).first
                ?? 0
        }
    }

    /// Whether the record is as it was written, in every projection and chain.
    func isSound() async throws -> Bool {
        try await practice.verify(site.code).isSound
    }
}
