import CivilDate
import Intervention
import Practice

/// Derives what is owed at the site on the date: of each episode by its own model and settings, and of each team.
package struct ObligationsJob: NightlyJob {
    /// For how long what was missed stays listed.
    package let missed: KeptDays

    /// The job.
    package init(keepingMissed missed: KeptDays = .usual) { self.missed = missed }

    /// Its name, which other jobs wait for.
    package static let name: JobName = "obligations"

    package var name: JobName { ObligationsJob.name }
    package var summary: String {
        "lists what falls due in each family and team, and what became open, overdue or missed"
    }
    package var catchUp: CatchUp { .all(atMostDays: 35) }
    package var isExpectedToChange: Bool { true }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        try await DutyNight(ObligationTable(job: name, missed: missed), on: day, site).run()
    }
}
