import CivilDate
import Intervention
import Postgres
import Vault

/// A row of `reporting.model_fact`: one state of knowledge about one fact or participant.
struct ModelFactRow: FactRecord {
    static let table = ProjectionTable.modelFact

    let owner: Digest256
    let key: Digest256
    let version: Int32
    let knownFrom: Instant
    let knownTo: UnboundedInstant
    let sort: String
    let kind: String
    let role: String
    let subject: Digest256?
    let from: CivilDate
    let until: CivilDate?
    let codes: JSONText
    let shape: Int16
    let ordinal: Int32?
}

extension ModelFactRow {
    /// The row of a version.
    init(_ version: FactVersion<ModelFact>, of episode: EpisodeID, owner: Digest256, keys: FactKeys) {
        let fact = version.fact
        self.init(
            owner: owner, key: fact.id.key(in: episode, keys), version: version.version,
            knownFrom: version.knownFrom, knownTo: version.knownTo.map(UnboundedInstant.at) ?? .afterAll,
            sort: fact.id.sort, kind: fact.kind, role: fact.role.rawValue, subject: fact.person.key(in: episode, keys),
            from: fact.from, until: fact.until, codes: CodesText(fact.codes).json, shape: ModelFact.shape,
            ordinal: fact.ordinal
        )
    }

    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            owner: try cells.next(), key: try cells.next(), version: try cells.next(), knownFrom: try cells.next(),
            knownTo: try cells.next(), sort: try cells.next(), kind: try cells.next(), role: try cells.next(),
            subject: try cells.next(), from: try cells.next(), until: try cells.next(), codes: try cells.next(),
            shape: try cells.next(), ordinal: try cells.next()
        )
    }

    static func select(owners: [Digest256], of site: SiteID) -> Statement {
        """
        SELECT episode_key, fact_key, version, known_from, known_to, sort, kind, subject_role, subject_key, held_from,
            held_until, codes, shape, ordinal
        FROM reporting.model_fact WHERE site_id = \(site.number) AND episode_key = ANY(\(owners))
        """
    }

    static func selectOwners(of site: SiteID) -> Statement {
        "SELECT DISTINCT episode_key FROM reporting.model_fact WHERE site_id = \(site.number)"
    }

    static func insert(_ rows: [ModelFactRow], of site: SiteID) -> Statement {
        """
        INSERT INTO reporting.model_fact (site_id, episode_key, fact_key, version, known_from, known_to, sort, kind,
            subject_role, subject_key, held_from, held_until, codes, shape, ordinal)
        SELECT \(site.number), u.episode_key, u.fact_key, u.version, u.known_from, u.known_to, u.sort, u.kind,
            u.subject_role, u.subject_key, u.held_from, u.held_until, u.codes, u.shape,
            u.ordinal
        FROM unnest(
            \(rows.map(\.owner)), \(rows.map(\.key)), \(rows.map(\.version)), \(rows.map(\.knownFrom)),
            \(rows.map(\.knownTo)), \(rows.map(\.sort)), \(rows.map(\.kind)), \(rows.map(\.role)),
            \(rows.map(\.subject)), \(rows.map(\.from)), \(rows.map(\.until)), \(rows.map(\.codes)),
            \(rows.map(\.shape)), \(rows.map(\.ordinal))
        ) AS u(
            episode_key, fact_key, version, known_from, known_to, sort, kind, subject_role, subject_key, held_from,
            held_until, codes, shape, ordinal
        )
        """
    }

    static func end(_ versions: [FactEnd], of site: SiteID) -> Statement {
        """
        UPDATE reporting.model_fact AS f SET known_to = u.known_to
        FROM unnest(
            \(versions.map(\.owner)), \(versions.map(\.key)), \(versions.map(\.version)),
            \(versions.map(\.knownTo))
        ) AS u(episode_key, fact_key, version, known_to)
        WHERE f.site_id = \(site.number) AND f.episode_key = u.episode_key AND f.fact_key = u.fact_key
            AND f.version = u.version AND f.known_to = 'infinity'
        """
    }

    static func delete(_ rows: [ModelFactRow], of site: SiteID) -> Statement {
        """
        DELETE FROM reporting.model_fact AS f
        USING unnest(
            \(rows.map(\.owner)), \(rows.map(\.key)), \(rows.map(\.version))
        ) AS u(episode_key, fact_key, version)
        WHERE f.site_id = \(site.number) AND f.episode_key = u.episode_key AND f.fact_key = u.fact_key
            AND f.version = u.version
        """
    }

    static func delete(owners: [Digest256], of site: SiteID) -> Statement {
        "DELETE FROM reporting.model_fact WHERE site_id = \(site.number) AND episode_key = ANY(\(owners))"
    }
}

extension ModelFact.ID {
    /// The key under which reports know it.
    func key(in episode: EpisodeID, _ keys: FactKeys) -> Digest256 {
        switch self {
        case .fact(let id): keys.key(of: id, in: episode)
        case .participant(let id): keys.key(of: id, in: episode)
        }
    }

    /// `fact` or `participant`.
    fileprivate var sort: String {
        switch self {
        case .fact: "fact"
        case .participant: "participant"
        }
    }
}

extension ModelFact.Person {
    /// The key under which reports know the person; nil for the family.
    fileprivate func key(in episode: EpisodeID, _ keys: FactKeys) -> Digest256? {
        switch self {
        case .family: nil
        case .child(let id): keys.key(of: id)
        case .participant(let id): keys.key(of: id, in: episode)
        }
    }
}
