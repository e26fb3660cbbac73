import ArgumentParser
import CivilDate
import Intervention
import NightlyJobs
import Practice
import Sites

/// `homeward jobs list`.
struct JobsListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the jobs with their policies, and how their occurrences stand.",
        discussion: Examples(
            "'late' marks what was not done by the setting nightly.late, 06:00 at the site, also what nobody planned. "
                + "'unusual' marks what is done but changed nothing, although at least half of the job's last 14 runs at "
                + "the site changed something. Without --from the last 14 days are listed.",
            .init("homeward jobs list --site demo-north", "One site's nights."),
            .init("homeward jobs list --from 2026-03-01 --through 2026-03-07 --failed --json", "For programs.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("Only this site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode?

    @Option(
        name: .long, help: ArgumentHelp("The first date at the site, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: CivilDate?

    @Option(
        name: .long, help: ArgumentHelp("The last date at the site, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var through: CivilDate?

    @Option(name: .long, help: ArgumentHelp("Only this job.", valueName: "name"), transform: ArgumentReading.job)
    var job: JobName?

    @Flag(name: .long, help: "Only what failed, waits for what failed, or is late.")
    var failed = false

    @Flag(name: .long, help: "Write one JSON object.")
    var json = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func validate() throws {
        if let from, let through, through < from {
            throw ValidationError("--from \(from) lies after --through \(through): the first date comes first")
        }
    }

    func run(in invocation: Invocation) async throws {
        try await NightParts.lendBench(invocation) { bench, parts in
            let worker = try parts.worker(over: bench.practice, sends: false)
            if let job, !worker.jobs.contains(where: { $0.name == job }) {
                throw JobFault.unknownJob(job, known: worker.jobs.map(\.name))
            }
            let first = from ?? usualFirst(bench.practice.now())
            var nights: [ListedNight] = []
            for site in try await worker.sites(site.map { [$0] }) {
                do {
                    nights += try await NightDesk(worker, at: site).list(of: job, from: first, through: through)
                } catch let fault as JobFault {
                    // One site's trouble hides no other's nights.
                    invocation.console.problem("homeward: \(fault)")
                }
            }
            let telling = JobsTelling(worker.jobs, nights.filter { !failed || $0.needsCare })
            if json { return try invocation.console.result(telling.json.text) }
            try telling.tell(invocation.console)
        }
    }

    private func usualFirst(_ now: Instant) -> CivilDate? {
        // Which side of midnight a site is on makes no difference to what is shown as recent.
        through?.adding(days: -13) ?? SiteTimeZone("UTC").map { SiteClock($0).day(of: now).adding(days: -13) }
    }
}

extension ListedNight {
    /// Whether somebody has to see to it.
    fileprivate var needsCare: Bool {
        guard let occurrence else { return true }
        return occurrence.state == .failed || occurrence.state == .blocked
            || isLate && occurrence.state != .done && occurrence.state != .skipped
    }
}
