import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account password`.
struct AccountPasswordCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Sets the password of an account, read from the terminal or from standard input.",
        discussion: Examples(
            "For whoever may read the keys of the home. All sessions of the account end, and its owner is told.",
            .init("homeward account password admin", "Asks for the password without showing it."),
            .init("homeward account password admin < secret.txt", "Takes the first line of a file.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let text = try SecretInput.line("The new password, which is not shown:", invocation.console)
            try await bench.accounts.setPassword(text, of: account.code)
            try invocation.console.result("account \(account.code): the password is set")
        }
    }
}
