import CivilDate
import Intervention
import Postgres
import Vault

/// A row of `reporting.interview_fact`: one state of knowledge about one valid interview.
struct InterviewFactRow: FactRecord {
    static let table = ProjectionTable.interviewFact

    let owner: Digest256
    let key: Digest256
    let version: Int32
    let knownFrom: Instant
    let knownTo: UnboundedInstant
    let heldOn: CivilDate
    let team: String
    let therapist: String?
    let score: Int64
    let shape: Int16
}

extension InterviewFactRow {
    /// The row of a version; nil when its team has no code, which says that the site has no such team.
    init?(
        _ version: FactVersion<InterviewFact>, of episode: EpisodeID, owner: Digest256, keys: FactKeys, codes: TeamCodes
    ) {
        let fact = version.fact
        guard let team = codes.code(of: fact.team) else { return nil }
        self.init(
            owner: owner, key: keys.key(of: fact.id, in: episode), version: version.version,
            knownFrom: version.knownFrom, knownTo: version.knownTo.map(UnboundedInstant.at) ?? .afterAll,
            heldOn: fact.on, team: team, therapist: fact.therapist?.text, score: fact.score.billionths,
            shape: InterviewFact.shape
        )
    }

    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            owner: try cells.next(), key: try cells.next(), version: try cells.next(), knownFrom: try cells.next(),
            knownTo: try cells.next(), heldOn: try cells.next(), team: try cells.next(), therapist: try cells.next(),
            score: try cells.next(), shape: try cells.next()
        )
    }

    static func select(owners: [Digest256], of site: SiteID) -> Statement {
        """
        SELECT episode_key, fact_key, version, known_from, known_to, held_on, team, therapist, score_billionths, shape
        FROM reporting.interview_fact WHERE site_id = \(site.number) AND episode_key = ANY(\(owners))
        """
    }

    static func selectOwners(of site: SiteID) -> Statement {
        "SELECT DISTINCT episode_key FROM reporting.interview_fact WHERE site_id = \(site.number)"
    }

    static func insert(_ rows: [InterviewFactRow], of site: SiteID) -> Statement {
        """
        INSERT INTO reporting.interview_fact (site_id, episode_key, fact_key, version, known_from, known_to, held_on,
            team, therapist, score_billionths, shape)
        SELECT \(site.number), u.episode_key, u.fact_key, u.version, u.known_from, u.known_to, u.held_on, u.team,
            u.therapist, u.score_billionths, u.shape
        FROM unnest(
            \(rows.map(\.owner)), \(rows.map(\.key)), \(rows.map(\.version)), \(rows.map(\.knownFrom)),
            \(rows.map(\.knownTo)), \(rows.map(\.heldOn)), \(rows.map(\.team)), \(rows.map(\.therapist)),
            \(rows.map(\.score)), \(rows.map(\.shape))
        ) AS u(
            episode_key, fact_key, version, known_from, known_to, held_on, team, therapist, score_billionths, shape
        )
        """
    }

    static func end(_ versions: [FactEnd], of site: SiteID) -> Statement {
        """
        UPDATE reporting.interview_fact AS f SET known_to = u.known_to
        FROM unnest(
            \(versions.map(\.owner)), \(versions.map(\.key)), \(versions.map(\.version)),
            \(versions.map(\.knownTo))
        ) AS u(episode_key, fact_key, version, known_to)
        WHERE f.site_id = \(site.number) AND f.episode_key = u.episode_key AND f.fact_key = u.fact_key
            AND f.version = u.version AND f.known_to = 'infinity'
        """
    }

    static func delete(_ rows: [InterviewFactRow], of site: SiteID) -> Statement {
        """
        DELETE FROM reporting.interview_fact AS f
        USING unnest(
            \(rows.map(\.owner)), \(rows.map(\.key)), \(rows.map(\.version))
        ) AS u(episode_key, fact_key, version)
        WHERE f.site_id = \(site.number) AND f.episode_key = u.episode_key AND f.fact_key = u.fact_key
            AND f.version = u.version
        """
    }

    static func delete(owners: [Digest256], of site: SiteID) -> Statement {
        "DELETE FROM reporting.interview_fact WHERE site_id = \(site.number) AND episode_key = ANY(\(owners))"
    }
}
