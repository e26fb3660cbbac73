import CivilDate
import EpisodeStore
import Intervention
import Postgres

/// A site in a test's database, with one team for each model.
package struct FixtureSite: Hashable, Sendable {
    /// The number that the database gave it.
    package let id: SiteID
    /// Its code.
    package let code: SiteCode
    /// Its teams, one of each model.
    package let teams: [ModelID: TeamID]

    /// A site that is there already, with teams of one's own choice.
    package init(id: SiteID, code: SiteCode, teams: [ModelID: TeamID]) {
        self.id = id
        self.code = code
        self.teams = teams
    }

    /// The team of a model.
    package func team(_ model: ModelID = "mst") throws -> TeamID {
        guard let team = teams[model] else { throw FixtureFault.missing("a team of \(model)") }
        return team
    }

    /// What a transaction says so that row-level security lets it see this site.
    package var scope: SessionScope {
        SessionScope([
            "homeward.site": "\(id.number)", "homeward.reach": "site",
            "homeward.aspects": "{identity,narrative,record,scores,staff-measures}",
        ])
    }
}

/// A mistake in a test itself.
package enum FixtureFault: Error, Hashable, Sendable {
    /// Something that the test takes for granted is not there.
    case missing(String)
}

/// Transactions under a site's scope.
package struct FixtureLender: TransactionLender {
    let pool: Pool
    let scope: SessionScope

    /// Lends a transaction under the site's scope.
    package func transaction<Result: Sendable>(
        _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try await pool.transaction(scope: scope, body)
    }
}
