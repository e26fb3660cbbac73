import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites

/// A site's transaction lent to a job: the site, its rules, the store, and the time after which nothing that became known
/// is looked at.
package struct NightSession: Sendable {
    /// The site's session. Its `today` is the machine's day; a job works for its date and never asks.
    package let practice: SiteSession
    /// Which occurrence this is.
    package let key: OccurrenceKey
    /// The number of the claim.
    package let fence: Int64
    /// What became known later does not count.
    package let knownAt: Instant
    /// Whether somebody wants to see each change: then ``Tally/lines`` is filled.
    package let isShowing: Bool
    /// When the work is done, for the stamps of rows that are made.
    package let now: Instant
    /// Minutes until messages may leave.
    let holdMinutes: Int

    /// The transaction; whoever borrows it neither commits nor keeps it.
    package var transaction: Transaction { practice.transaction }

    /// The site.
    package var site: Site { practice.site }
}
