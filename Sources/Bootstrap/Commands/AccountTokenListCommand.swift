import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account token list`.
struct AccountTokenListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the tokens of an account, without what opens them.",
        discussion: Examples(
            .init("homeward account token list jt --site leeds", "Prints a line for each."),
            .init("homeward account token list jt", "The same for an account without a site.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            var table = TextTable(["token", "label", "state", "expires", "actions"])
            for token in try await bench.accounts.tokens(of: account.code, at: account.site) {
                table.add([
                    token.prefix, token.label, token.revokedAt == nil ? "in force" : "revoked",
                    token.expiresAt.description, token.actions.map(\.rawValue).sorted().joined(separator: " "),
                ])
            }
            for line in table.lines { try invocation.console.result(line) }
        }
    }
}
