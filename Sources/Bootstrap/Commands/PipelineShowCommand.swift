import ArgumentParser
import CivilDate
import Intervention
import Practice
import Sites

/// `homeward pipeline show`.
struct PipelineShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a prospective site with all stages, and the site that it became.",
        discussion: Examples(
            .init("homeward pipeline show leeds", "Prints the stages in order."),
            .init("homeward pipeline show leeds --home /var/lib/homeward", "In another home.")
        ).text
    )

    @Argument(
        help: ArgumentHelp("The code of the prospective site.", valueName: "code"), transform: ArgumentReading.site)
    var code: SiteCode

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let entry = try await bench.practice.pipeline(of: code)
            if format == .json { return try invocation.console.result(entry.json.text) }
            try invocation.console.result("\(entry.prospect.code): \(entry.prospect.name)")
            for stage in entry.prospect.stages {
                try invocation.console.result("\(stage.on)  \(stage.value.rawValue)  \(stage.value.title)")
            }
            guard let site = entry.site else {
                return invocation.console.say(
                    "It is no site yet: `homeward site apply` of a file with this code makes it one.")
            }
            for team in site.teams {
                try invocation.console.result("\(team.startedOn)  team \(team.code) (\(team.model)) starts its work")
            }
        }
    }
}
