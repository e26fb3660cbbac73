import ArgumentParser
import NightlyJobs

/// `homeward jobs show`.
struct JobsShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows all that is known of one occurrence: its tries, what it changed, its messages.",
        discussion: Examples(
            .init("homeward jobs show demo-north/obligations/2026-03-02", "By its name."),
            .init("homeward jobs show obligations --site demo-north --date 2026-03-02 --json", "For programs.")
        ).text
    )

    @OptionGroup var occurrence: NightOccurrenceOptions

    @Flag(name: .long, help: "Write one JSON object.")
    var json = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await occurrence.lendDesk(invocation) { desk, key in
            let sheet = try await desk.show(key.job, on: key.date)
            if json { return try invocation.console.result(sheet.json.text) }
            for line in sheet.lines { try invocation.console.result(line) }
        }
    }
}
