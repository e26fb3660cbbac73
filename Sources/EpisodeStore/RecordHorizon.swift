import CivilDate
import Intervention
import Postgres

/// What makes "known at" a question with one answer: writers hold a site's lock shared from before they take their stamp
/// until they commit; who asks what was known at a moment first takes it alone for an instant. Then whatever was stamped
/// before that moment is committed or gone.
package struct RecordHorizon: Sendable {
    private let clock: RecordClock

    /// The horizon of records that are stamped by this clock.
    package init(clock: RecordClock) {
        self.clock = clock
    }

    /// Waits until nothing can become known any more at or before an instant.
    /// - Parameters:
    ///   - transaction: One of its own, ended at once: the lock goes with it, and what was committed is seen by the next.
    /// - Throws: ``StoreFault`` `horizonInFuture` when the instant has not passed yet.
    package func settle(through instant: Instant, site: SiteID, in transaction: Transaction) async throws {
        _ = try await transaction.query(RecordHorizon.exclude(site))
        guard instant < clock.now() else { throw StoreFault(.horizonInFuture) }
    }

    /// Waits for the writers at work, and tells the latest instant at which nothing can become known any more.
    package func settle(site: SiteID, in transaction: Transaction) async throws -> Instant {
        _ = try await transaction.query(RecordHorizon.exclude(site))
        return clock.now().adding(microseconds: -1)
    }

    /// Marks a lock as one of the record's; any number would do that nothing else uses.
    private static let lockSpace: Int32 = 0x484F_4D45

    static func share(_ site: SiteID) -> Statement {
        "SELECT pg_advisory_xact_lock_shared(\(lockSpace), \(site.number))"
    }

    private static func exclude(_ site: SiteID) -> Statement {
        "SELECT pg_advisory_xact_lock(\(lockSpace), \(site.number))"
    }
}
