import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// To whom referrals were given: read and written in the transaction of a use case.
struct OwnerBook {
    private let session: SiteSession
    private var site: Int32 { session.site.id.number }
    private var transaction: Transaction { session.transaction }

    init(_ session: SiteSession) { self.session = session }

    /// Who has each of some referrals now; those that nobody has are left out.
    func owners(of episodes: [EpisodeID]) async throws -> [EpisodeID: ReferralOwner] {
        let rows = try await transaction.query(
            """
            SELECT DISTINCT ON (episode_id) episode_id, turn, staff::text, given_at, given_by::text
            FROM referral.owner WHERE site_id = \(site) AND episode_id = ANY(\(episodes.map(\.bound)))
            ORDER BY episode_id, turn DESC
            """)
        var owners: [EpisodeID: ReferralOwner] = [:]
        for row in rows {
            let owner = try owner(row)
            if owner?.staff != nil { owners[EpisodeID(try row.decode("episode_id", as: UUIDBytes.self))] = owner }
        }
        return owners
    }

    /// All to whom a referral was given, the last first.
    func history(of episode: EpisodeID) async throws -> [ReferralOwner] {
        try await transaction.query(
            """
            SELECT episode_id, turn, staff::text, given_at, given_by::text
            FROM referral.owner WHERE site_id = \(site) AND episode_id = \(episode.bound) ORDER BY turn DESC
            """
        ).compactMap { try owner($0) }
    }

    /// The same, and nobody else gives the referral to anybody before this transaction ends.
    func lockedHistory(of episode: EpisodeID) async throws -> [ReferralOwner] {
        _ = try await transaction.query(
            "SELECT pg_advisory_xact_lock(\(OwnerBook.lockSpace), hashtext(\(episode.description)))")
        return try await history(of: episode)
    }

    /// Marks a lock as this one's; any number would do that nothing else uses.
    private static let lockSpace: Int32 = 0x4F57_4E52

    /// Writes down to whom a referral is given.
    func write(_ staff: StaffCode?, turn: Int, of episode: EpisodeID, at now: Instant) async throws {
        try await transaction.execute(
            """
            INSERT INTO referral.owner (site_id, episode_id, turn, staff, given_at, given_by)
            VALUES (
                \(site), \(episode.bound), \(Int32(clamping: turn)), \(nullable: staff?.text), \(now),
                \(session.actor.recordedBy.text))
            """)
    }

    private func owner(_ row: Row) throws -> ReferralOwner? {
        let (_, turn, staff, at, by) = try row.decode(
            UUIDBytes.self, Int32.self, String?.self, Instant.self, String.self)
        return StaffCode(by).map { by in
            ReferralOwner(
                turn: Int(turn), staff: staff.flatMap { StaffCode($0) }, at: at,
                on: SiteClock(session.site.timeZone).day(of: at), by: by)
        }
    }
}
