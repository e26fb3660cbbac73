import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account end-sessions`.
struct AccountEndSessionsCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-sessions",
        abstract: "Ends all sessions of an account at once.",
        discussion: Examples(
            .init("homeward account end-sessions jt --site leeds", "A lost laptop."),
            .init("homeward account end-sessions ana", "An account without a site.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let count = try await bench.accounts.endSessions(of: account.code, at: account.site)
            try invocation.console.result("account \(account.code): sessions ended \(count)")
        }
    }
}
