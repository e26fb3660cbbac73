import Accounts
import ArgumentParser
import EpisodeStore
import Intervention
import Practice
import Sites

/// `homeward retention dispose`.
struct RetentionDisposeCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispose",
        abstract: "Destroys the records of an approved proposal, and leaves a stub of each stream.",
        discussion: Examples(
            "Records that are held, open or kept longer by now stay. There is no way back. What an interrupted run left is "
                + "finished by the next.",
            .init("homeward retention dispose 1 --site demo-north --dry-run", "Says which records it would be."),
            .init("homeward retention dispose 1 --site demo-north --for manager-1", "Destroys them.")
        ).text
    )

    @Argument(help: "The number of the proposal.")
    var number: Int32

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Flag(name: .long, help: "Say what would be done, and do nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let key = try SealBook(of: invocation.settings.home).key
            let report = try await bench.practice.dispose(number, at: site, sealedWith: key, dryRun: dryRun)
            for entry in report.disposed {
                try invocation.console.result("\(entry.name): \(dryRun ? "would be destroyed" : "destroyed")")
            }
            for entry in report.kept { try invocation.console.result("\(entry.name): stays") }
            guard !dryRun else { return }
            let sum = report.sum
            try invocation.console.result(
                "streams \(sum.streams), events \(sum.events), texts \(sum.texts), rows \(sum.rows), keys \(report.keys)"
            )
        }
    }
}
