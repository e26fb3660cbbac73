import ArgumentParser
import CivilDate
import Intervention
import NightlyJobs
import Practice

/// Which occurrence is meant: `SITE/JOB/DATE`, or a job with `--site` and `--date`.
struct NightOccurrenceOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Which occurrence: SITE/JOB/DATE, or the name of a job with --site and --date.", valueName: "run"))
    var run: String

    @Option(
        name: .long, help: ArgumentHelp("The site, when a job is named.", valueName: "code"),
        transform: ArgumentReading.site)
    var site: SiteCode?

    @Option(
        name: .long, help: ArgumentHelp("The date at the site, YYYY-MM-DD, when a job is named.", valueName: "date"),
        transform: ArgumentReading.day)
    var date: CivilDate?

    func validate() throws {
        guard read() == nil else { return }
        if run.contains("/") {
            throw ValidationError(
                site != nil || date != nil
                    ? "'\(run)' names site and date already: leave --site and --date out"
                    : "'\(run)' is no SITE/JOB/DATE, such as north/obligations/2026-03-02")
        }
        if JobName(run) == nil { throw ValidationError("'\(run)' is no name of a job; see `homeward jobs list`") }
        throw ValidationError("a job needs --site and --date, or write SITE/JOB/DATE")
    }

    /// The occurrence.
    var key: OccurrenceKey {
        get throws {
            guard let key = read() else { throw ValidationError("write SITE/JOB/DATE") }
            return key
        }
    }

    private func read() -> OccurrenceKey? {
        if run.contains("/") { return site == nil && date == nil ? OccurrenceKey(run) : nil }
        guard let job = JobName(run), let site, let date else { return nil }
        return OccurrenceKey(site: site, job: job, date: date)
    }

    /// Lends the desk of the occurrence's site.
    func lendDesk(
        _ invocation: Invocation, _ body: (NightDesk, OccurrenceKey) async throws -> Void
    ) async throws {
        let key = try key
        try await NightParts.lendBench(invocation) { bench, parts in
            let worker = try parts.worker(over: bench.practice, sends: false)
            guard let site = try await worker.sites([key.site]).first else { return }
            try await body(NightDesk(worker, at: site), key)
        }
    }
}
