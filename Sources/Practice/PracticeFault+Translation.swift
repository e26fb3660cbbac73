import EpisodeStore
import Postgres

extension PracticeFault {
    /// Runs work on the database, and gives its faults the words of this module where they have any.
    static func translating<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let fault as PostgresFault {
            throw translation(of: fault)
        } catch PoolFault.timedOut {
            throw PracticeFault.unavailable(.busy, underlying: nil)
        } catch PoolFault.closed {
            throw PracticeFault.unavailable(.databaseAway, underlying: nil)
        }
    }

    /// Exclusions and references are checked when the transaction commits, so a rule of the record may speak up here.
    private static func translation(of fault: PostgresFault) -> any Error {
        if let state = fault.sqlState, notMigrated.contains(state) {
            return PracticeFault.unavailable(.notMigrated, underlying: fault)
        }
        if fault.isUnavailable {
            let isCommitting = fault.attempt == .commit
            return PracticeFault.unavailable(isCommitting ? .lostWhileCommitting : .databaseAway, underlying: fault)
        }
        return StoreFault(constraint: fault) ?? fault
    }

    /// What the server says of a database, a role, a schema, a table or a column that a migration makes.
    private static let notMigrated: Set<SQLState> = [
        .invalidCatalogName, .invalidAuthorization, .invalidSchemaName, .undefinedTable, .undefinedColumn,
    ]
}
