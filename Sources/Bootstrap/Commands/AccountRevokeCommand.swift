import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account revoke`.
struct AccountRevokeCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Takes a role back from an account, at once.",
        discussion: Examples(
            .init("homeward account revoke jt --site leeds --role supervisor", "At a site."),
            .init("homeward account revoke ana --role network-analyst", "In the network.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Option(name: .long, help: ArgumentHelp("The role.", valueName: "role"), transform: ArgumentReading.role)
    var role: Role

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let count = try await bench.accounts.revoke(role, of: account.code, at: account.site)
            try invocation.console.result("account \(account.code): \(count) of \(role.rawValue) taken back")
        }
    }
}
