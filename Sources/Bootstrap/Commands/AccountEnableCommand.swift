import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account enable`.
struct AccountEnableCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Opens a disabled account again; its old sessions stay ended.",
        discussion: Examples(
            .init("homeward account enable jt --site leeds", "Somebody came back."),
            .init("homeward account enable ana", "An account without a site.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.accounts.enable(account.code, at: account.site)
            try invocation.console.result("account \(account.code): enabled")
        }
    }
}
