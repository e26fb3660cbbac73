import CivilDate
import Intervention
import NightlyJobs
import Postgres

/// A job that does nothing but remember for which dates it was run, in which order.
struct SelftestJob: NightlyJob {
    let name: JobName
    let catchUp: CatchUp
    let summary = "Remembers that it was run."
    private let runs = Guarded<[OccurrenceKey]>([])

    init(_ name: JobName, _ catchUp: CatchUp) {
        self.name = name
        self.catchUp = catchUp
    }

    func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        runs.withLock { $0.append(site.key) }
        return Tally(read: 1, changes: ["runs": 1])
    }

    /// For what it was run, the first first.
    var history: [OccurrenceKey] { runs.withLock { $0 } }
}
