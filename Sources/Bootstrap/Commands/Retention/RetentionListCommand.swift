import ArgumentParser
import Intervention
import Practice

/// `homeward retention list`.
struct RetentionListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists by which rule each child's record is kept, how long, and what is proposed.",
        discussion: Examples(
            "Children are shown by the site's reference, or by the id where the site gave none.",
            .init("homeward retention list --site demo-north", "All records, those that end first at the top."),
            .init("homeward retention list --site demo-north --due --json", "What is past its day, for programs.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Flag(name: .long, help: "Only records that are past their day.")
    var due = false

    @Flag(name: .long, help: "Write one JSON object.")
    var json = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let sheet = try await bench.practice.retention(at: site)
            if json { return try invocation.console.result(sheet.json(due: due).text) }
            for line in sheet.lines(due: due) { try invocation.console.result(line) }
        }
    }
}
