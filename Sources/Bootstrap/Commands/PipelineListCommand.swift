import ArgumentParser
import CivilDate
import Intervention
import Practice
import Sites

/// `homeward pipeline list`.
struct PipelineListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the prospective sites with the stage that each reached last.",
        discussion: Examples(
            .init("homeward pipeline list", "Prints a line for each."),
            .init("homeward pipeline list --format json", "The same for programs.")
        ).text
    )

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let entries = try await bench.practice.pipeline()
            if format == .json {
                return try invocation.console.result(
                    OrderedJSON.object(["prospects": .list(entries.map(\.json))]).text)
            }
            guard !entries.isEmpty else {
                return invocation.console.say("There are no prospective sites: add one with `homeward pipeline add`.")
            }
            var table = TextTable(["prospect", "stage", "reached on", "site", "name"])
            for entry in entries {
                let stage = entry.prospect.stage
                table.add([
                    entry.prospect.code.text, stage.map { "\($0.stage.rawValue) \($0.stage.title)" } ?? "-",
                    stage.map { "\($0.on)" } ?? "-", entry.site == nil ? "-" : "yes", entry.prospect.name,
                ])
            }
            for line in table.lines { try invocation.console.result(line) }
        }
    }
}

extension PipelineEntry {
    /// The entry, for programs.
    var json: OrderedJSON {
        .object([
            "code": .text(prospect.code.text), "name": .text(prospect.name),
            "stages": .list(
                prospect.history.map { stage in
                    .object([
                        "stage": .text(stage.stage.rawValue), "reachedOn": .text(stage.on.description),
                        "reason": stage.reason.map { .text($0) } ?? .null,
                        "voided": stage.voided.map { .text($0) } ?? .null,
                    ])
                }),
            "isSite": .boolean(site != nil),
        ])
    }
}
