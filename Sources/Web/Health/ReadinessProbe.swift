import Intervention
import Postgres
import Practice
import Schema
import Sites

/// The questions that readiness is made of.
package struct ReadinessProbe: Sendable {
    /// What a look at the database found.
    package struct Finding: Sendable, Hashable {
        /// Whether it was migrated to exactly the files of this program.
        package let isMigrated: Bool
        /// The sites that there are; none while it is not migrated.
        package let sites: [SiteCode]
        /// The server's process that answered. Another one may belong to a server that was started since, or to a
        /// database that was put in the place of the former.
        package let process: Int32?

        /// What was found.
        package init(isMigrated: Bool, sites: [SiteCode], process: Int32? = nil) {
            self.isMigrated = isMigrated
            self.sites = sites
            self.process = process
        }
    }

    let look: @Sendable () async throws -> Finding
    let hasStaleRows: @Sendable (SiteCode) async throws -> Bool

    /// Questions of any kind; tests bring their own.
    package init(
        look: @escaping @Sendable () async throws -> Finding,
        hasStaleRows: @escaping @Sendable (SiteCode) async throws -> Bool
    ) {
        self.look = look
        self.hasStaleRows = hasStaleRows
    }

    /// The questions of a service.
    /// - Parameters:
    ///   - pool: connections for the look alone, with short limits: others' work must not make the service look dead.
    ///   - sweep: connections for the sweep through a site's rows alone, which takes longer than a look may.
    package init(pool: Pool, sweep: Pool, practice: Practice) {
        look = {
            try await pool.withConnection { connection in
                guard try await Schema.isCurrent(on: connection) else { return Finding(isMigrated: false, sites: []) }
                return Finding(
                    isMigrated: true, sites: try await SiteDirectory.codes(over: connection),
                    process: await connection.serverProcessID)
            }
        }
        hasStaleRows = { [practice = practice.over(sweep)] site in try await practice.hasStaleRows(at: site) }
    }
}
