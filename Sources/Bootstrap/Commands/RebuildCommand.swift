import ArgumentParser
import EpisodeStore
import Intervention
import Practice

/// `homeward rebuild`.
struct RebuildCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Makes all that is derived from the events anew.",
        discussion: Examples(
            "Only what is not as the events say is touched, a part in each transaction: it may be stopped at any moment "
                + "and run again, and work may go on meanwhile.",
            .init("homeward rebuild", "Rebuilds every site."),
            .init("homeward rebuild --site demo-north", "Rebuilds one.")
        ).text
    )

    @Option(
        name: .long, help: ArgumentHelp("Only this site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode?

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            for code in try await bench.siteCodes(site) {
                let meter = ProgressMeter(invocation.console)
                let report = try await bench.practice.rebuild(code) {
                    meter.show("rebuilding streams", done: $0.streams)
                }
                invocation.console.endProgress()
                try invocation.console.result(
                    "\(code): streams \(report.streams), changed \(report.changed), orphans \(report.orphans)"
                )
            }
        }
    }
}
