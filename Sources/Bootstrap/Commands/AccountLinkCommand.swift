import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account link`.
struct AccountLinkCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Prints a link that lets somebody choose a new password or replace a lost second factor, once.",
        discussion: Examples(
            "Earlier links of the account open nothing any more. A link for a password leaves the second factor as it is: "
                + "whoever lost it uses a recovery code, or gets a link for another factor when those are lost too. That one "
                + "ends all sessions, opens nothing by itself, and is not made within a day of another password. Whoever "
                + "replaced one of the two does not replace the other within the days of signIn.replacement (status 65): "
                + "another administrator does, whose --prove shows that they are there.",
            .init("homeward account link jt --site leeds", "For a forgotten password."),
            .init(
                "homeward account link jt --site leeds --lost-factor --hours 2",
                "For a lost second factor; make sure who asks for it.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Option(name: .long, help: ArgumentHelp("For how many hours, 1 to 24.", valueName: "count"))
    var hours = 24

    @Flag(name: .long, help: "Let the link remove the second factor instead.")
    var lostFactor = false

    @Flag(name: .long, help: "Ask for a code of the second factor of the account of --for, which its owner types.")
    var prove = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            guard (1...24).contains(hours) else { throw CommandFault(.usage, "--hours: write 1 to 24") }
            let token = try await bench.accounts.link(
                lostFactor ? .newFactor : .setUp, for: account.code, at: account.site, hours: Int64(hours),
                proof: try HandProof.read(prove, invocation))
            try invocation.console.result(LinkText.of(token, invocation.settings))
        }
    }
}
