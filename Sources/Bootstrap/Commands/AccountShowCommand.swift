import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account show`.
struct AccountShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows an account: its roles, and what opens it.",
        discussion: Examples(
            "Never a password, a seed or a token: those are not to be had.",
            .init("homeward account show jt --site leeds", "Prints its roles at the site."),
            .init("homeward account show jt --format json", "All of it, for programs.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let sheet = try await bench.accounts.show(account.code, at: account.site)
            if format == .json { return try invocation.console.result(sheet.json.text) }
            for line in sheet.lines { try invocation.console.result(line) }
        }
    }
}
