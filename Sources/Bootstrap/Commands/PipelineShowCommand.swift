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
            .init("homeward pipeline show leeds", "Prints all that was recorded, in order."),
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
            for stage in entry.prospect.history { try invocation.console.result(Self.line(of: stage)) }
            guard let site = entry.site else {
                return invocation.console.say(
                    "It is no site yet: `homeward site apply` of a file with this code makes it one.")
            }
            for team in site.teams {
                try invocation.console.result("\(team.startedOn)  team \(team.code) (\(team.model)) starts its work")
            }
        }
    }

    /// `2026-03-02  D  site readiness review (reason) [taken back: reason]`.
    private static func line(of stage: ProspectStage) -> String {
        let reason = stage.reason.map { " (\($0))" } ?? ""
        let voided = stage.voided.map { " [taken back: \($0)]" } ?? ""
        return "\(stage.on)  \(stage.stage.rawValue)  \(stage.stage.title)\(reason)\(voided)"
    }
}
