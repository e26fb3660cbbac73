import ArgumentParser
import Practice
import Sites

/// `homeward site apply`.
struct SiteApplyCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Makes sites from their files, or brings them up to date.",
        discussion: Examples(
            "All files are read before the first is applied. The same file again changes nothing. A team that a file no "
                + "longer names is kept: its families' history is its own.",
            .init("homeward site apply config/sites/demo-north.yaml", "Applies one file."),
            .init("homeward site apply --dry-run config/sites/*.yaml", "Says what would change, and changes nothing.")
        ).text
    )

    @Argument(help: ArgumentHelp("The files, one a site.", valueName: "file"))
    var files: [String]

    @Flag(name: .long, help: "Say what would change and change nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let sites = try SiteFileArguments.read(
            files, models: try await invocation.registryOfPlace(), invocation.console, outcome: "nothing was changed")
        try await Workbench.lend(invocation) { bench in
            for (name, file) in sites {
                let plan = try await SiteFileArguments.planning(name, invocation.console) {
                    try await bench.practice.apply(file, dryRun: dryRun)
                }
                try invocation.console.result(plan.description)
            }
            if dryRun { invocation.console.say("Nothing was changed.") }
        }
    }
}
