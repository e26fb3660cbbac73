import CivilDate
import Intervention
import NightlyJobs

/// The figures of the nights for the page of metrics, read again when they are older than a few seconds: each reading
/// asks for every site.
actor NightMetrics {
    private let worker: NightWorker
    private let age: Duration
    private var last: (figures: [NightFigures]?, at: ContinuousClock.Instant)?

    init(_ worker: NightWorker, age: Duration = .seconds(10)) {
        self.worker = worker
        self.age = age
    }

    /// The figures; nil when the ledger cannot be read.
    func figures() async -> [NightFigures]? {
        if let last, last.at.duration(to: .now) < age { return last.figures }
        let figures = try? await worker.figures()
        last = (figures, .now)
        return figures
    }

    /// Writes the figures. Their labels are a job and the code of a site, and nothing else.
    static func write(_ figures: [NightFigures]?, to page: inout MetricsText) {
        page.begin("homeward_nightly_ledger_readable", .gauge, "Whether the ledger of the nights could be read.")
        page.add("homeward_nightly_ledger_readable", figures == nil ? 0 : 1)
        let figures = figures ?? []
        func add(_ name: String, _ help: String, _ value: (NightFigures) -> Int?) {
            let name = "homeward_nightly_" + name
            page.begin(name, .gauge, help)
            for figure in figures {
                guard let value = value(figure) else { continue }
                page.add(name, value, ["job": figure.job.text, "site": figure.site.text])
            }
        }
        add("last_success_timestamp_seconds", "When a job last ended well, in seconds since 1970.") {
            $0.lastSuccess.map { Int($0.microseconds / 1_000_000) }
        }
        add("late_seconds", "For how long the oldest date that is not done has been late.") { Int($0.lateSeconds) }
        add("rows_changed", "Rows that the last run that ended well changed.") { $0.changed }
        add("failed", "Dates that failed or wait for one that did.") { $0.failed }
        add("messages_waiting", "Messages that have not left.") { $0.waiting }
    }
}
