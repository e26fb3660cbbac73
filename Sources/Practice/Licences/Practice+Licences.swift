import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// The licences of all sites' teams as they stand today, by site and model. Read are terms and stages, and no kind of
    /// content of any record.
    /// - Throws: ``PracticeFault``.
    package func licences() async throws -> LicenceBook {
        let now = clock.now()
        return try await withNetwork(
            for: .listSites, scope: Self.reachingSites, isolation: .repeatableRead, access: .readOnly
        ) { transaction in
            let sites = try await SiteDirectory.list(in: transaction)
            let statements = sites.flatMap { [SiteScope.enter($0.id), stages(of: $0.id), terms(of: $0.id)] }
            guard !statements.isEmpty else { return LicenceBook(rows: []) }
            let results = try await transaction.pipeline(statements)
            var rows: [LicenceBook.Row] = []
            for (place, site) in sites.enumerated() {
                let facts = try facts(stages: results[3 * place + 1], terms: results[3 * place + 2])
                rows += self.rows(of: site, facts, on: SiteClock(site.timeZone).day(of: now))
            }
            return LicenceBook(rows: rows)
        }
    }

    private func stages(of site: SiteID) -> Statement {
        "SELECT team_id, stage, opened_on FROM record.team WHERE site_id = \(site.number) AND stage IS NOT NULL"
    }

    private func terms(of site: SiteID) -> Statement {
        "SELECT team_id, from_day, through_day, granted_on FROM record.licence_term WHERE site_id = \(site.number)"
    }

    /// What is told of each team: its terms, and the stage that it reached last, as if on its first day.
    private func facts(stages: Rows, terms: Rows) throws -> [TeamID: TeamFacts] {
        var found: [TeamID: TeamFacts] = [:]
        for row in stages {
            let (team, stage, opened) = try row.decode(UUIDBytes.self, String.self, CivilDate.self)
            guard let stage = SiteStage(rawValue: stage) else { continue }
            found[TeamID(team), default: TeamFacts()].stages = [Dated(stage, on: opened)]
        }
        for row in terms {
            let team = TeamID(try row.decode("team_id", as: UUIDBytes.self))
            let (from, through) = (
                try row.decode("from_day", as: CivilDate.self), try row.decode("through_day", as: CivilDate.self)
            )
            guard let term = LicenceTerm(from: from, through: through) else { continue }
            let granted = try row.decode("granted_on", as: CivilDate.self)
            found[team, default: TeamFacts()].licences.append(Dated(term, on: granted))
        }
        return found
    }

    private func rows(of site: Site, _ facts: [TeamID: TeamFacts], on day: CivilDate) -> [LicenceBook.Row] {
        Dictionary(grouping: site.teams, by: \.model).sorted { $0.key.text < $1.key.text }.map { model, teams in
            LicenceBook.Row(
                site: site.code, name: site.name, day: day, model: model,
                title: models.newest(model)?.title ?? model.text,
                teams: teams.map { LicenceBook.Team($0.code, facts[$0.id] ?? TeamFacts(), on: day) })
        }
    }
}
