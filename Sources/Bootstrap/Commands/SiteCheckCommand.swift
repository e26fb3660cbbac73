import ArgumentParser
import EpisodeStore
import Intervention
import Sites

/// `homeward site check`.
struct SiteCheckCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds every mistake in site files.",
        discussion: Examples(
            "Each mistake is said with its line and column; of a value outside its bounds, which bound refused it and "
                + "where that bound comes from. Advice, such as a licence that ends, is no mistake. No database "
                + "is needed; where one runs, the models that it keeps are known too.",
            .init("homeward site check config/sites/demo-north.yaml", "Checks one file."),
            .init("homeward site check config/sites/*.yaml", "Checks them all.")
        ).text
    )

    @Argument(help: ArgumentHelp("The files, one a site.", valueName: "file"))
    var files: [String]

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let now = RecordClock.system.now()
        let sites = try SiteFileArguments.read(
            files, models: try await invocation.registryOfPlace(), invocation.console,
            outcome: "`homeward site apply` would refuse them")
        for (name, file) in sites {
            try invocation.console.result("\(name): site \(file.code): in order")
            for advice in file.advisories(today: SiteClock(file.timeZone).day(of: now)) {
                try invocation.console.result("\(name): advice: \(advice.code): \(advice.sentence)")
            }
        }
    }
}
