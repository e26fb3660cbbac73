import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account link`.
struct AccountLinkCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Prints a link that lets somebody choose a new password, once and within 24 hours.",
        discussion: Examples(
            "Earlier links of the account open nothing any more. The second factor stays as it is: "
                + "whoever lost it uses a recovery code.",
            .init("homeward account link jt --site leeds", "For a forgotten password."),
            .init("homeward account link jt --site leeds --hours 2", "For two hours.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Option(name: .long, help: ArgumentHelp("For how many hours, 1 to 24.", valueName: "count"))
    var hours = 24

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            guard (1...24).contains(hours) else { throw CommandFault(.usage, "--hours: write 1 to 24") }
            let token = try await bench.accounts.link(
                .setUp, for: account.code, at: account.site, hours: Int64(hours))
            try invocation.console.result(LinkText.of(token, invocation.settings))
        }
    }
}
