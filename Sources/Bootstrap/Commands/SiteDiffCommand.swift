import ArgumentParser
import Practice
import Sites

/// `homeward site diff`.
struct SiteDiffCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says what a site file says otherwise than the configuration in force.",
        discussion: Examples(
            "What applying the file would change: teams, licence, staff, rota, and each setting with its old and new "
                + "value and the day from which it holds. What applying would refuse is refused here too.",
            .init("homeward site diff config/sites/demo-north.yaml", "Compares a file with what was applied."),
            .init("homeward site diff config/sites/demo-north.yaml --quiet", "Only the differences.")
        ).text
    )

    @Argument(help: ArgumentHelp("The file of one site.", valueName: "file"))
    var file: String

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let sites = try SiteFileArguments.read(
            [file], models: try await invocation.registryOfPlace(), invocation.console, outcome: "nothing was compared")
        try await Workbench.lend(invocation) { bench in
            for (name, file) in sites {
                let plan = try await SiteFileArguments.planning(name, invocation.console) {
                    try await bench.practice.apply(file, dryRun: true)
                }
                try invocation.console.result(plan.description)
                if !plan.changesNothing { invocation.console.say("`homeward site apply \(name)` makes it so.") }
            }
        }
    }
}
