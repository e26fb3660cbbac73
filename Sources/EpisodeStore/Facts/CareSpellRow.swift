import CivilDate
import Intervention
import Postgres
import Vault

/// A row of `reporting.care_spell_fact`: one state of knowledge about one spell.
struct CareSpellRow: FactRecord {
    static let table = ProjectionTable.careSpellFact

    let owner: Digest256
    let key: Digest256
    let version: Int32
    let knownFrom: Instant
    let knownTo: UnboundedInstant
    let measure: String
    let term: String
    let isLookedAfter: Bool
    let isOutOfHome: Bool
    let isCustody: Bool
    let startedOn: CivilDate
    let endedOn: CivilDate?
    let reason: String?
    let shape: Int16
}

extension CareSpellRow {
    /// The row of a version.
    init(_ version: FactVersion<CareSpellFact>, of child: ChildID, owner: Digest256, keys: FactKeys) {
        let fact = version.fact
        self.init(
            owner: owner, key: fact.id.key(in: child, keys), version: version.version,
            knownFrom: version.knownFrom, knownTo: version.knownTo.map(UnboundedInstant.at) ?? .afterAll,
            measure: fact.term.measure, term: fact.term.text, isLookedAfter: fact.term.isLookedAfter,
            isOutOfHome: fact.term.isOutOfHome, isCustody: fact.term.isCustody, startedOn: fact.startedOn,
            endedOn: fact.endedOn, reason: fact.reason?.rawValue, shape: CareSpellFact.shape
        )
    }

    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            owner: try cells.next(), key: try cells.next(), version: try cells.next(), knownFrom: try cells.next(),
            knownTo: try cells.next(), measure: try cells.next(), term: try cells.next(),
            isLookedAfter: try cells.next(), isOutOfHome: try cells.next(), isCustody: try cells.next(),
            startedOn: try cells.next(), endedOn: try cells.next(), reason: try cells.next(), shape: try cells.next()
        )
    }

    static func select(owners: [Digest256], of site: SiteID) -> Statement {
        """
        SELECT child_key, fact_key, version, known_from, known_to, measure, term, looked_after, out_of_home, custody,
            started_on, ended_on, reason, shape
        FROM reporting.care_spell_fact WHERE site_id = \(site.number) AND child_key = ANY(\(owners))
        """
    }

    static func selectOwners(of site: SiteID) -> Statement {
        "SELECT DISTINCT child_key FROM reporting.care_spell_fact WHERE site_id = \(site.number)"
    }

    static func insert(_ rows: [CareSpellRow], of site: SiteID) -> Statement {
        """
        INSERT INTO reporting.care_spell_fact (site_id, child_key, fact_key, version, known_from, known_to, measure,
            term, looked_after, out_of_home, custody, started_on, ended_on, reason, shape)
        SELECT \(site.number), u.child_key, u.fact_key, u.version, u.known_from, u.known_to, u.measure, u.term,
            u.looked_after, u.out_of_home, u.custody, u.started_on, u.ended_on, u.reason, u.shape
        FROM unnest(
            \(rows.map(\.owner)), \(rows.map(\.key)), \(rows.map(\.version)), \(rows.map(\.knownFrom)),
            \(rows.map(\.knownTo)), \(rows.map(\.measure)), \(rows.map(\.term)), \(rows.map(\.isLookedAfter)),
            \(rows.map(\.isOutOfHome)), \(rows.map(\.isCustody)), \(rows.map(\.startedOn)),
            \(rows.map(\.endedOn)), \(rows.map(\.reason)), \(rows.map(\.shape))
        ) AS u(
            child_key, fact_key, version, known_from, known_to, measure, term, looked_after, out_of_home, custody,
            started_on, ended_on, reason, shape
        )
        """
    }

    static func end(_ versions: [FactEnd], of site: SiteID) -> Statement {
        """
        UPDATE reporting.care_spell_fact AS f SET known_to = u.known_to
        FROM unnest(
            \(versions.map(\.owner)), \(versions.map(\.key)), \(versions.map(\.version)),
            \(versions.map(\.knownTo))
        ) AS u(child_key, fact_key, version, known_to)
        WHERE f.site_id = \(site.number) AND f.child_key = u.child_key AND f.fact_key = u.fact_key
            AND f.version = u.version AND f.known_to = 'infinity'
        """
    }

    static func delete(_ rows: [CareSpellRow], of site: SiteID) -> Statement {
        """
        DELETE FROM reporting.care_spell_fact AS f
        USING unnest(
            \(rows.map(\.owner)), \(rows.map(\.key)), \(rows.map(\.version))
        ) AS u(child_key, fact_key, version)
        WHERE f.site_id = \(site.number) AND f.child_key = u.child_key AND f.fact_key = u.fact_key
            AND f.version = u.version
        """
    }

    static func delete(owners: [Digest256], of site: SiteID) -> Statement {
        "DELETE FROM reporting.care_spell_fact WHERE site_id = \(site.number) AND child_key = ANY(\(owners))"
    }
}

extension CareSpellFact.ID {
    /// The key under which reports know the spell.
    func key(in child: ChildID, _ keys: FactKeys) -> Digest256 {
        switch self {
        case .placement(let id): keys.key(of: id, in: child)
        case .provision(let id): keys.key(of: id, in: child)
        }
    }
}

extension CareSpellFact.Term {
    /// `placement` or `provision`.
    var measure: String {
        switch self {
        case .placement: "placement"
        case .provision: "provision"
        }
    }

    /// The setting or the kind.
    var text: String {
        switch self {
        case .placement(let setting): setting.rawValue
        case .provision(let kind): kind.rawValue
        }
    }

    /// Whether its days count as days looked after by a local authority.
    var isLookedAfter: Bool { self == .provision(.lookedAfter) }

    /// Whether its days count as days out of home.
    var isOutOfHome: Bool {
        switch self {
        case .placement(let setting): setting.isOutOfHome
        case .provision: false
        }
    }

    /// Whether its days count as days in custody.
    var isCustody: Bool {
        switch self {
        case .placement(let setting): setting.isCustody
        case .provision: false
        }
    }
}
