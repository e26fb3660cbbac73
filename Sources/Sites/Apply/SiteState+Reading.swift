import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres

extension SiteState {
    /// Reads a site by its code, and enters its scope; nil when there is none, and then no scope is entered.
    static func read(_ code: SiteCode, store: EpisodeStore, in transaction: Transaction) async throws -> SiteState? {
        let found = try await transaction.query(
            "SELECT site_id, name, jurisdiction, time_zone FROM site.site WHERE code = \(code.text)"
        )
        guard let row = found.first else { return nil }
        let (number, name, jurisdictionText, timeZone) = try row.decode(
            Int32.self, String.self, String.self, String.self
        )
        let id = SiteID(number)
        guard let jurisdiction = Jurisdiction(rawValue: jurisdictionText) else { throw SiteFault.unreadable(id) }
        let results = try await transaction.pipeline([
            SiteScope.enter(id), lastConfiguration(of: id), teams(of: id), lastReferrals(id),
        ])
        let configuration = try results[1].first.map { row in
            let (number, checksum, document) = try row.decode(Int32.self, [UInt8].self, String.self)
            let version = SettingsVersion(number)
            return Configuration(
                version: version, checksum: checksum, file: try SiteFault.reading(document, of: code, version))
        }
        let ids = try results[2].map { row in TeamID(try row.decode(UUIDBytes.self)) }
        let openings = try await store.load(ids, in: TeamStream.self, site: id, transaction)
        return SiteState(
            id: id, code: code, name: name, jurisdiction: jurisdiction, timeZone: timeZone,
            configuration: configuration,
            teams: try results[2].map { row in try team(row, of: id, openings) },
            lastReferrals: Dictionary(
                try results[3].map { row in
                    let (text, day) = try row.decode(String.self, CivilDate.self)
                    guard let model = ModelID(text) else { throw SiteFault.unreadable(id) }
                    return (model, day)
                }, uniquingKeysWith: max),
            teamsWithEpisodes: Set(
                try results[2].filter { try $0.decode("has_episodes") }.map { TeamID(try $0.decode(UUIDBytes.self)) }
            )
        )
    }

    private static func lastConfiguration(of site: SiteID) -> Statement {
        """
        SELECT version, checksum, document FROM site.configuration
        WHERE site_id = \(site.number) ORDER BY version DESC LIMIT 1
        """
    }

    private static func teams(of site: SiteID) -> Statement {
        """
        SELECT t.team_id, t.code, t.model_id, t.started_on, EXISTS (
            SELECT FROM record.assignment AS a WHERE a.site_id = t.site_id AND a.team_id = t.team_id
        ) AS has_episodes
        FROM site.team AS t WHERE t.site_id = \(site.number) ORDER BY t.code
        """
    }

    private static func lastReferrals(_ site: SiteID) -> Statement {
        """
        SELECT model_id, max(referred_on) FROM record.episode WHERE site_id = \(site.number) GROUP BY model_id
        """
    }

    private static func team(
        _ row: Row, of site: SiteID, _ streams: [TeamID: StreamState<TeamStream>]
    ) throws -> Team {
        let (uuid, codeText, modelText, startedOn) = try row.decode(
            UUIDBytes.self, String.self, String.self, CivilDate.self
        )
        guard let code = TeamCode(codeText), let model = ModelID(modelText) else { throw SiteFault.unreadable(site) }
        let id = TeamID(uuid)
        let standing = streams[id]?.history.standing ?? []
        let opening = standing.lazy.compactMap { recorded -> Opening? in
            guard case .opened(let opening) = recorded.event else { return nil }
            return Opening(seq: recorded.seq, model: opening.model, on: recorded.occurredOn)
        }.first
        return Team(
            id: id, code: code, model: model, startedOn: startedOn, opening: opening,
            standing: Standing(of: standing, onCall: streams[id]?.history.facts?.onCall ?? [])
        )
    }
}

extension SiteState.Standing {
    /// What the events of a team that stand say of its licence.
    fileprivate init(of events: [Recorded<TeamEvent>], onCall: [OnCallSpell]) {
        self.onCall = onCall
        for recorded in events {
            switch recorded.event {
            case .siteStageReached(.readinessReview):
                review = review ?? Review(seq: recorded.seq, on: recorded.occurredOn)
            case .licenceGranted(let term), .licenceRenewed(let term):
                terms.append(Term(seq: recorded.seq, on: recorded.occurredOn, term: term))
            default: break
            }
        }
    }
}

extension RecordID {
    /// The id as a row gave it.
    fileprivate init(_ uuid: UUIDBytes) {
        self.init(high: uuid.high, low: uuid.low)
    }
}
