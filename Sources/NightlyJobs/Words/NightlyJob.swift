import CivilDate
import Sites

/// One piece of nightly work, for one site and one date at a time.
///
/// A job is a type with settings that were checked when it was made, and one function. It reads neither clock nor
/// "today": the date comes as an argument, and what became known after the occurrence's time of knowledge is not looked
/// at. The same date and knowledge make the same rows, however often and in however many nights it is run.
///
/// Adding a job is one file, and one line in ``NightlyList``.
package protocol NightlyJob: Sendable {
    /// The name that people, the ledger and the metrics use: `obligations`.
    var name: JobName { get }
    /// One sentence: what it does for a site on a date.
    var summary: String { get }
    /// The jobs of the same date whose end it waits for; when one fails, this one is blocked.
    var predecessors: [JobName] { get }
    /// What happens to dates on which nothing ran.
    var catchUp: CatchUp { get }
    /// Whether a run that changes nothing is worth a look, where others of late changed something.
    var isExpectedToChange: Bool { get }

    /// Why a date that was done is not done again by hand; nil when it can be.
    func refusal(ofAgain day: CivilDate, site: NightSession) async throws -> String?

    /// Does the work of a date for the site that the session is in, in the session's own transaction.
    /// - Returns: what was read and changed.
    /// - Throws: whatever went wrong; the site's occurrence fails with its sentence, and nothing of it is kept.
    func run(on day: CivilDate, site: NightSession) async throws -> Tally
}

extension NightlyJob {
    /// Waits for nobody.
    package var predecessors: [JobName] { [] }

    /// Any date can be done again.
    package func refusal(ofAgain day: CivilDate, site: NightSession) async throws -> String? { nil }

    /// A night without a change is nothing unusual.
    package var isExpectedToChange: Bool { false }
}
