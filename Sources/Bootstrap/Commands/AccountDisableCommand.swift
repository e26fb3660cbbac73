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
            .init("homeward account disable jt --site leeds --dry-run", "Says how many sessions that would end.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Flag(name: .long, help: "Say what would change, and change nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let ended = try await bench.accounts.disable(account.code, at: account.site, dryRun: dryRun)
            let what = dryRun ? "would be disabled, sessions that would end" : "disabled, sessions ended"
            try invocation.console.result("account \(account.code): \(what): \(ended)")
        }
    }
}
