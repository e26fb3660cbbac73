import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension SiteSession {
    /// A week of an episode.
    private struct Week: Hashable {
        let episode: EpisodeID
        let number: Int32
    }

    /// The weeks of open episodes whose summaries wait: handed in, not discussed, and nothing said to them by anybody but the
    /// lead therapist; the latest first.
    func uncommented(_ episodes: [EpisodeInPlay]) async throws -> [EpisodeID: [TreatmentWeek]] {
        let open = episodes.filter { $0.facts.closing == nil }
        guard !open.isEmpty else { return [:] }
        let rows = try await transaction.query(
            """
            SELECT episode_id, week, '' FROM summary.discussion
            WHERE site_id = \(site.id.number) AND episode_id = ANY(\(open.map(\.id.bound)))
            UNION ALL
            SELECT episode_id, week, written_by::text FROM summary.comment
            WHERE site_id = \(site.id.number) AND episode_id = ANY(\(open.map(\.id.bound)))
            """)
        var said: [Week: Set<String>] = [:]
        for row in rows {
            let (episode, number, by) = try row.decode(UUIDBytes.self, Int32.self, String.self)
            said[Week(episode: EpisodeID(episode), number: number), default: []].insert(by)
        }
        var waiting: [EpisodeID: [TreatmentWeek]] = [:]
        for episode in open {
            let own = episode.facts.assignment?.therapist?.text
            waiting[episode.id] = episode.facts.handedIn.filter { week in
                let by = said[Week(episode: episode.id, number: Int32(clamping: week.number))] ?? []
                return by.allSatisfy { $0 == own }
            }
        }
        return waiting
    }
}

extension EpisodeFacts {
    /// The weeks whose summaries were handed in, the latest first.
    fileprivate var handedIn: [TreatmentWeek] {
        guard let startedOn else { return [] }
        let weeks = facts.filter { $0.fact.kind == .weeklySummary }.compactMap {
            TreatmentWeek(of: $0.from, since: startedOn)
        }
        return Set(weeks).sorted(by: >)
    }
}
