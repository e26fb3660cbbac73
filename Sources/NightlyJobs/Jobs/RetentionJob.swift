import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// Works out anew by which rule each child's record is kept and how long, under the site's own policy, and marks what is past
/// its day. It disposes of nothing: two people decide.
package struct RetentionJob: NightlyJob {
    /// The job.
    package init() {}

    package var name: JobName { "retention" }

    package var summary: String { "works out how long each child's record is kept, and marks what is past its day" }

    /// What holds on the newest day holds whatever held in between.
    package var catchUp: CatchUp { .newest }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        let count = try await site.practice.workOutRetention(on: day, knownAt: site.knownAt)
        var tally = Tally()
        tally.read = count.children
        tally.count("classed", count.changed)
        if site.isShowing {
            tally.lines = [
                "\(count.changed) of \(count.children) records are classed anew",
                "\(count.due) are past their day; \(count.dueBefore) were before",
            ]
        }
        return tally
    }
}
