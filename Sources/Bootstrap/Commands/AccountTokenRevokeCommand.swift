import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account token revoke`.
struct AccountTokenRevokeCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Takes a token back at once.",
        discussion: Examples(
            .init(
                "homeward account token revoke jt --site leeds --prefix hw_Ab3dE9", "By the characters it begins with."),
            .init("homeward account token revoke jt --prefix hw_Ab3dE9", "Of an account without a site.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Option(name: .long, help: ArgumentHelp("How the token begins; `list` shows it.", valueName: "prefix"))
    var prefix: String

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.accounts.revokeToken(prefix, of: account.code, at: account.site)
            try invocation.console.result("token \(prefix): taken back")
        }
    }
}
