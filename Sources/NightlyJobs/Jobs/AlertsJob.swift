import CivilDate
import Intervention
import Practice

/// Derives what somebody should look at on the date: of each episode by its own model and settings, and of each team.
package struct AlertsJob: NightlyJob {
    /// The job.
    package init() {}

    /// Its name, which other jobs wait for.
    package static let name: JobName = "alerts"

    package var name: JobName { AlertsJob.name }
    package var summary: String {
        "lists what somebody should look at: long stays, caseloads, contacts, rotas, licences"
    }
    package var catchUp: CatchUp { .all(atMostDays: 35) }
    package var isExpectedToChange: Bool { true }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        try await DutyNight(AlertTable(job: name), on: day, site).run()
    }
}
