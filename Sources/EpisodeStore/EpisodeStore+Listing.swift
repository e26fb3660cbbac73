import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// An episode as lists show it: codes and days.
package struct ListedEpisode: Hashable, Sendable {
    /// The episode.
    package let id: EpisodeID
    /// The site's own reference of it.
    package let ref: EpisodeRef?
    /// The model that it runs under.
    package let model: ModelID
    /// The team that has it, or had it last.
    package let team: TeamID
    /// The lead therapist; nil while nobody is named.
    package let therapist: StaffCode?
    /// The phase that it is in.
    package let phase: PhaseID
    /// What was decided of the referral.
    package let decision: ReferralDecision
    /// The day of referral.
    package let referredOn: CivilDate
    /// The day of the decision.
    package let decidedOn: CivilDate?
    /// The day of the first session.
    package let startedOn: CivilDate?
    /// The day of closing.
    package let closedOn: CivilDate?
    /// Why it was closed.
    package let closureReason: ClosureReasonID?
    /// Where its record ends.
    package let version: StreamSeq
}

/// Which episodes are listed, a few at a time.
package struct EpisodeListing: Hashable, Sendable {
    /// Only those that this team has, or had last; nil for all.
    package var team: TeamID?
    /// Only those of this lead therapist; nil for all.
    package var therapist: StaffCode?
    /// Only those that are accepted and not closed.
    package var isOpen = false
    /// Only what is not declined, and neither begun nor closed.
    package var isWaiting = false
    /// The last id of the part before; nil for the first.
    package var last: EpisodeID?
    /// At most so many.
    package var most: Int

    /// All of them, at most so many.
    package init(atMost most: Int) {
        self.most = most
    }
}

extension EpisodeStore {
    /// The episodes of a site that the transaction reaches, by id: what is recorded meanwhile moves none of them.
    package func list(
        _ listing: EpisodeListing, site: SiteID, _ transaction: Transaction
    ) async throws -> [ListedEpisode] {
        let teams = [listing.team].compactMap { $0?.bound }
        let staff = [listing.therapist].compactMap { $0?.text }
        let rows = try await transaction.query(
            """
            SELECT episode_id, ref::text, model_id::text, team_id, therapist::text, phase::text, decision, referred_on,
                decided_on, started_on, closed_on, closure_reason::text, last_seq
            FROM record.episode
            WHERE site_id = \(site.number) AND episode_id > \((listing.last ?? EpisodeID(high: 0, low: 0)).bound)
                AND (cardinality(\(teams)) = 0 OR team_id = ANY(\(teams)))
                AND (cardinality(\(staff)) = 0 OR therapist = ANY(\(staff)))
                AND (NOT \(listing.isOpen) OR decision = 'accepted' AND closed_on IS NULL)
                AND (NOT \(listing.isWaiting)
                    OR decision <> 'declined' AND started_on IS NULL AND closed_on IS NULL)
            ORDER BY episode_id LIMIT \(Int64(listing.most))
            """
        )
        var listed: [ListedEpisode] = []
        for row in rows { listed.append(try ListedEpisode(row)) }
        return listed
    }
}

extension ListedEpisode {
    fileprivate init(_ row: Row) throws {
        let (id, ref, model, team) = try row.decode(UUIDBytes.self, String?.self, String.self, UUIDBytes.self)
        let (phase, decision) = (try row.decode(5, as: String.self), try row.decode(6, as: String.self))
        let reason = try row.decode(11, as: String?.self)
        guard let modelID = ModelID(model), let phaseID = PhaseID(phase),
            let decided = ReferralDecision(rawValue: decision)
        else { throw StoreFault(.brokenRule("episode")) }
        self.init(
            id: EpisodeID(id), ref: ref.flatMap { EpisodeRef($0) }, model: modelID, team: TeamID(team),
            therapist: try row.decode(4, as: String?.self).flatMap { StaffCode($0) }, phase: phaseID,
            decision: decided, referredOn: try row.decode(7, as: CivilDate.self),
            decidedOn: try row.decode(8, as: CivilDate?.self), startedOn: try row.decode(9, as: CivilDate?.self),
            closedOn: try row.decode(10, as: CivilDate?.self), closureReason: reason.flatMap { ClosureReasonID($0) },
            version: StreamSeq(try row.decode(12, as: Int64.self)))
    }
}
