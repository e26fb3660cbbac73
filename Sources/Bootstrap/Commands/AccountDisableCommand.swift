import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account disable`.
struct AccountDisableCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Closes an account: its sessions end at once, its links and tokens open nothing.",
        discussion: Examples(
            .init("homeward account disable jt --site leeds", "Somebody left."),
            .init("homeward account disable ana", "An account without a site.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.accounts.disable(account.code, at: account.site, enable: false)
            try invocation.console.result("account \(account.code): disabled")
        }
    }
}
