import ArgumentParser
import Intervention
import Practice

/// `homeward retention release`.
struct RetentionReleaseCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Releases all holds of a child's record.",
        discussion: Examples(
            "The holds and who placed and lifted them stay on record.",
            .init("homeward retention release C-17 --site demo-north", "Its own day counts again."),
            .init("homeward retention release C-17 --site demo-north --dry-run", "Looks whether something holds it.")
        ).text
    )

    @Argument(
        help: "The site's reference of the child, or the id where the site gave none.",
        transform: ArgumentReading.child)
    var child: ChildNaming

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Flag(name: .long, help: "Say what would be done, and do nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.practice.release(child, at: site, dryRun: dryRun)
            try invocation.console.result("\(child): \(dryRun ? "would be released" : "released")")
        }
    }
}
