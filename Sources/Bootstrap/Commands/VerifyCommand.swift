import ArgumentParser
import EpisodeStore
import Intervention
import Practice

/// `homeward verify`.
struct VerifyCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks the record: hash chains, and that all that is derived is what the events say.",
        discussion: Examples(
            "A fault is named as site/stream/id/seq, the site by its number; the status is then 65. Work may go on "
                + "meanwhile.",
            .init("homeward verify --site demo-north", "Checks the record of one site."),
            .init(
                "homeward verify --audit",
                "Holds looks and events against their seals, and names the lowest that was changed, removed or put in.")
        ).text
    )

    @Option(
        name: .long, help: ArgumentHelp("Only this site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode?

    @Flag(name: .long, help: "Check the seals over looks and events instead.")
    var audit = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        if audit { return try await AuditTelling(invocation).run(site) }
        try await Workbench.lend(invocation) { bench in
            var first: String?
            for code in try await bench.siteCodes(site) {
                let meter = ProgressMeter(invocation.console)
                let report = try await bench.practice.verify(code) { meter.show("checking events", done: $0.events) }
                invocation.console.endProgress()
                let verdict = report.isSound ? "sound" : "faults: \(report.faultCount)"
                let stubs = report.stubs == 0 ? "" : ", stubs \(report.stubs)"
                try invocation.console.result(
                    "\(code): events \(report.events), streams \(report.streams)\(stubs): \(verdict)")
                for fault in report.faults { try invocation.console.result("  \(fault)") }
                if first == nil, !report.isSound {
                    first = report.firstBad.map { "the first bad event is \($0)" } ?? "it belongs to no event"
                }
            }
            if let first { throw CommandFault(.data, "the record is not as it was written: \(first)") }
        }
    }
}
