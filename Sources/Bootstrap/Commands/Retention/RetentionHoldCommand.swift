import ArgumentParser
import Intervention
import Practice

/// `homeward retention hold`.
struct RetentionHoldCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Holds a child's record: nothing of it is destroyed until the hold is released.",
        discussion: Examples(
            "The reason is sealed; it is shown in no list.",
            .init(
                "homeward retention hold C-17 --site demo-north --reason \"A claim is before the court\"",
                "Holds one."),
            .init(
                "homeward retention hold C-17 --site demo-north --reason \"Inquiry\" --dry-run",
                "Looks whether it could be held.")
        ).text
    )

    @Argument(
        help: "The site's reference of the child, or the id where the site gave none.",
        transform: ArgumentReading.child)
    var child: ChildNaming

    @Option(name: .long, help: ArgumentHelp("Why, in one line that is sealed.", valueName: "text"))
    var reason: String

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Flag(name: .long, help: "Say what would be done, and do nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.practice.hold(child, because: reason, at: site, dryRun: dryRun)
            try invocation.console.result("\(child): \(dryRun ? "would be held" : "held")")
        }
    }
}
