import CivilDate
import Intervention

/// What one worker did in one go.
package struct NightReport: Sendable {
    /// One line of it.
    package enum Entry: Sendable {
        /// An occurrence ended, well or not.
        case ended(Occurrence, seconds: Double)
        /// A site could not be worked on at all.
        case siteFailed(SiteCode, reason: String)
    }

    /// Occurrences that ended well.
    package var done = 0
    /// Dates left out by the jobs' policies.
    package var skipped = 0
    /// Occurrences that failed or wait for one that did.
    package var failed = 0
    /// Occurrences that others work on.
    package var held = 0
    /// Messages that left.
    package var sent = 0
    /// Messages that could not be handed over.
    package var unsent = 0

    /// Whether it was told to stop before all was done.
    package var isStopped = false

    /// Whether nothing is left to be done, or done again.
    package var isComplete: Bool { !isStopped && failed == 0 && held == 0 && unsent == 0 }

    /// Nothing done yet.
    package init() {}

    /// Adds what was done elsewhere.
    package mutating func add(_ other: NightReport) {
        isStopped = isStopped || other.isStopped
        done += other.done
        skipped += other.skipped
        failed += other.failed
        held += other.held
        sent += other.sent
        unsent += other.unsent
    }
}
