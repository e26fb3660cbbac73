import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account grant`.
struct AccountGrantCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Gives an account a role at a site, in a team or in the network.",
        discussion: Examples(
            .init(
                "homeward account grant jt --site leeds --role supervisor --team can --staff S-1",
                "A supervisor of one team."),
            .init(
                "homeward account grant ana --role network-analyst --through 2027-03-31",
                "An analyst of the network, until a day.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var grant: GrantOptions

    @Flag(name: .long, help: "Say what would change, and change nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            guard let wish = grant.wish else { throw CommandFault(.usage, "--role: say which role") }
            try await bench.accounts.grant(wish, to: account.code, at: account.site, dryRun: dryRun)
            try invocation.console.result(
                "account \(account.code): \(dryRun ? "would get" : "has") the role \(wish.role.rawValue)")
        }
    }
}
