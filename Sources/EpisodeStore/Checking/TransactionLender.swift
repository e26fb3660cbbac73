import Postgres

/// Somebody who opens transactions under a site's scope, commits them, and lends them for a closure.
package protocol TransactionLender: Sendable {
    /// Runs `body` in a transaction of its own (read committed).
    func transaction<Result: Sendable>(_ body: (Transaction) async throws -> Result) async throws -> Result
}
