import CivilDate
import EpisodeFixtures
import Intervention
import MSTCAN
import MSTFIT
import Postgres
import PrivateCluster
import ScratchPostgres
import StandardMST
import Testing

@testable import Reporting

/// A database that holds facts which a test made up, and nothing of the record that they would come from.
struct FactGround: Sendable {
    let database: ScratchDatabase
    let models: ModelRegistry

    /// Lends a database with so many sites, numbered from 1.
    static func with<Result: Sendable>(
        sites: Int, facts: [GeneratedFact], _ body: (FactGround) async throws -> Result
    ) async throws -> Result {
        let models = try ModelRegistry([StandardMST(), MSTCAN(), MSTFIT()])
        return try await ScratchPostgres.withDatabase { database in
            let ground = FactGround(database: database, models: models)
            try await ground.asking { connection in
                for number in 1...sites {
                    try await connection.execute(
                        """
                        INSERT INTO site.site (code, name, jurisdiction, time_zone)
                        VALUES (\("S\(number)"), 'Site', 'england', 'Europe/London')
                        """
                    )
                }
                try await connection.transaction { try await GeneratedFact.insert(facts, in: $0) }
                try await connection.execute("ANALYZE reporting.episode_fact")
            }
            return try await body(ground)
        }
    }

    func asking<Result: Sendable>(
        as role: ConnectionRole = .administrator, _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await Connection.withConnection(to: database.target(role), body)
    }

    /// Reads the table in a role, under a site's scope or none.
    func read(
        _ request: ReportRequest, sites: [Int32], as role: ConnectionRole = .reporting, scope: Int32? = nil
    ) async throws -> IndicatorTable {
        try await asking(as: role) { try await read(request, sites: sites, scope: scope, over: $0) }
    }

    /// Reads the table over a connection, under a site's scope or none.
    func read(
        _ request: ReportRequest, sites: [Int32], scope: Int32?, over connection: Connection
    ) async throws -> IndicatorTable {
        let setting = scope.map { [("homeward.site", String($0)), ("homeward.aspects", "{record,scores}")] } ?? []
        return try await connection.transaction(
            scope: SessionScope(settings: IndicatorReport.planning + setting), access: .readOnly
        ) { transaction in
            try await IndicatorReport.read(
                request, today: FactGround.today, sites: sites.map(SiteID.init), models: models, running: [],
                in: transaction
            )
        }
    }

    /// The day it is: after all that the made-up facts say.
    static let today = GeneratedFact.firstDay.adding(days: 3_000)

    /// A question about the time in which the made-up facts lie.
    static func request(
        team: String? = nil, models: ReportScope.Models = .each, from: Int = 0, days: Int = 1_000,
        knownAt: Instant? = nil
    ) throws -> ReportRequest {
        let sites = ReportScope.Sites.one(try #require(SiteCode("S1")))
        let scope = try ReportScope(sites: sites, team: team.flatMap { TeamCode($0) }, models: models)
        let first = GeneratedFact.firstDay.adding(days: from)
        return try ReportRequest(
            scope: scope, from: first, through: first.adding(days: days - 1), knownAt: knownAt,
            now: Instant(microseconds: .max)
        )
    }
}
