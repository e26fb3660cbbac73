import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account token create`.
struct AccountTokenCreateCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Makes a token of the API, and prints it once.",
        discussion: Examples(
            "A token does what its account may do and what it is made for, whichever is less, until it expires.",
            .init(
                "homeward account token create jt --site leeds --label nightly --action report.run --days 90",
                "For reports, a quarter of a year."),
            .init(
                "homeward account token create jt --site leeds --label map --action site.show --days 7", "For a week.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Option(
        name: .long, help: ArgumentHelp("What it is called; a code.", valueName: "label"),
        transform: ArgumentReading.account)
    var label: AccountCode

    @Option(
        name: .long, help: ArgumentHelp("What it may do. May stand several times.", valueName: "action"),
        transform: ArgumentReading.action)
    var action: [Action] = []

    @Option(name: .long, help: ArgumentHelp("For how many days, 1 to 365.", valueName: "count"))
    var days: Int

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let token = try await bench.accounts.makeToken(
                label, for: account.code, actions: Set(action), days: days, at: account.site)
            try invocation.console.result(token.revealed())
        }
    }
}
