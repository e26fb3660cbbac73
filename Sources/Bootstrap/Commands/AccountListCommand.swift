import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account list`.
struct AccountListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the accounts of a site, or all.",
        discussion: Examples(
            .init("homeward account list --site leeds", "Those that have or had a role at the site."),
            .init("homeward account list --format json", "All of them, for programs.")
        ).text
    )

    @Option(
        name: .long, help: ArgumentHelp("The site; all without one.", valueName: "site"),
        transform: ArgumentReading.site)
    var site: SiteCode?

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let sheets = try await bench.accounts.list(at: site)
            if format == .json {
                return try invocation.console.result(
                    OrderedJSON.object(["accounts": .list(sheets.map(\.json))]).text)
            }
            guard !sheets.isEmpty else {
                return invocation.console.say("There are no accounts: make one with `homeward account create`.")
            }
            var table = TextTable(["account", "state", "roles"])
            for sheet in sheets {
                table.add([sheet.facts.code.text, sheet.state, sheet.roles.joined(separator: ", ")])
            }
            for line in table.lines { try invocation.console.result(line) }
        }
    }
}
