import ArgumentParser
import Intervention
import NightlyJobs
import Practice

/// `homeward nightly`.
struct NightlyCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "nightly",
        abstract: "Does the nights that are due: every job once for each site and date, and sends the messages.",
        discussion: Examples(
            "What is due is written down before it is done, so a night that nobody did is caught up as each job's policy "
                + "says. Run it as often as you like, several at once too: nothing is done twice. Status 0 is given only "
                + "when every occurrence ended well, 75 when some remain. Messages leave as the settings mail.* say.",
            .init("homeward nightly", "Does what is due at every site."),
            .init("homeward nightly --site demo-north --dry-run --json", "Says what it would change at one.")
        ).text
    )

    @Option(
        name: .long, help: ArgumentHelp("Only this site; may be given more than once.", valueName: "code"),
        transform: ArgumentReading.site)
    var site: [SiteCode] = []

    @Flag(name: .long, help: "Say what would be changed and change nothing.")
    var dryRun = false

    @Flag(name: .long, help: "Leave the messages in the outbox for another time.")
    var noSend = false

    @Flag(name: .long, help: "Write a JSON object a line for each occurrence.")
    var json = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await NightParts.lendBench(invocation) { bench, parts in
            let worker = try parts.worker(over: bench.practice, sends: !noSend && !dryRun)
            let telling = NightTelling(invocation.console, isJSON: json)
            if dryRun { return try await rehearse(worker, telling, invocation.console) }
            let report = try await worker.run(at: codes) { telling.tell($0) }
            try telling.end()
            invocation.console.say(report.sentence)
            guard report.isComplete else {
                throw CommandFault(
                    .tryLater, "\(report.remainder); run it again later, and see `homeward jobs list --failed`")
            }
        }
    }

    private func rehearse(_ worker: NightWorker, _ telling: NightTelling, _ console: Console) async throws {
        var hasFailed = false
        for site in try await worker.sites(codes) {
            do {
                for night in try await worker.rehearse(at: site) { telling.tell(night) }
            } catch let fault as PracticeFault {
                throw fault
            } catch let error where !(error is CancellationError) {
                // One site's trouble hides no other's night.
                telling.tell(.siteFailed(site.code, reason: FaultTable.verdict(of: error).sentence))
                hasFailed = true
            }
        }
        try telling.end()
        console.say("Nothing was changed.")
        if hasFailed { throw CommandFault(.tryLater, "not every site could be rehearsed") }
    }

    /// Each once, or nil for all.
    private var codes: [SiteCode]? {
        site.isEmpty ? nil : site.reduce(into: []) { codes, code in if !codes.contains(code) { codes.append(code) } }
    }
}

extension NightReport {
    /// What was done, in one line.
    fileprivate var sentence: String {
        "Done: \(done), left out: \(skipped), failed: \(failed), in others' hands: \(held); messages sent: \(sent), "
            + "not sent: \(unsent)."
    }

    /// What is left.
    fileprivate var remainder: String {
        var parts: [String] = []
        if isStopped { parts.append("it was stopped") }
        if failed > 0 { parts.append("\(failed) failed or wait for one that did") }
        if held > 0 { parts.append("\(held) in others' hands") }
        if unsent > 0 { parts.append("\(unsent) messages not sent (`homeward jobs show` says why)") }
        return "not everything ended well: " + parts.joined(separator: ", ")
    }
}
