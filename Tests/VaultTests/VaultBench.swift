import Intervention
import Postgres
import ScratchPostgres
import Testing
import Vault

/// Two sites in a database of their own, and transactions under the scope of either.
struct VaultBench: Sendable {
    let pool: Pool
    let vault: Vault
    let here: SiteID
    let elsewhere: SiteID

    func under<Result: Sendable>(
        _ site: SiteID, _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        let scope = SessionScope([
            "homeward.site": "\(site.number)", "homeward.reach": "site", "homeward.aspects": "{identity,narrative}",
        ])
        return try await pool.transaction(scope: scope, body)
    }

    static func with(_ vault: Vault, _ body: (VaultBench) async throws -> Void) async throws {
        try await ScratchPostgres.withDatabase { database in
            try await database.withPool { pool in
                let ids = try await pool.withConnection { connection in
                    try await connection.query(
                        """
                        INSERT INTO site.site (code, name, jurisdiction, time_zone)
                        SELECT c, c, 'england', 'Europe/London' FROM unnest(\(["here", "elsewhere"])) AS c
                        RETURNING site_id
                        """
                    ).column(0, as: Int32.self)
                }
                try #require(ids.count == 2)
                try await body(
                    VaultBench(pool: pool, vault: vault, here: SiteID(ids[0]), elsewhere: SiteID(ids[1])))
            }
        }
    }
}
