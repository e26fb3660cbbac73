internal import CivilDate
package import Postgres

/// How far everything can be sealed once all who were at work when the mark was taken have ended.
///
/// A look or an event draws its arrival after its transaction has a number of its own. Whoever drew one up to the mark
/// therefore has a lower number than the transaction that took the mark: when none of those is at work any more, no
/// arrival up to the mark is still to come.
package struct SealMark: Hashable, Sendable {
    /// The highest arrival that had been drawn.
    package let through: Arrival
    /// The number of the transaction that took the mark.
    let transaction: Int64

    /// Takes a mark.
    /// - Parameter transaction: One of its own, ended at once.
    package static func take(in transaction: Transaction) async throws(PostgresFault) -> SealMark {
        // In this order: first what was drawn, then the number that all who drew it have to be below.
        let drawn = try await transaction.query("SELECT last_value FROM access.arrival_seq").column(0, as: Int64.self)
        let number = try await transaction.query("SELECT pg_current_xact_id()::text::bigint").column(0, as: Int64.self)
        return SealMark(through: Arrival(drawn.first ?? 0), transaction: number.first ?? .max)
    }

    /// Whether all who were at work have ended.
    /// - Parameter transaction: One that began after that of the mark had ended.
    package func isSettled(in transaction: Transaction) async throws(PostgresFault) -> Bool {
        try await transaction.query(
            "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= \(self.transaction)"
        ).column(0, as: Bool.self).first ?? false
    }
}
