import Accounts
import ArgumentParser
import Intervention
import Practice

/// `homeward provider unlink`.
struct ProviderUnlinkCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink",
        abstract: "Takes the link between an account and an identity provider back.",
        discussion: Examples(
            .init(
                "homeward provider unlink jt-north --provider north-trust --site north",
                "The provider opens the account no more."),
            .init(
                "homeward provider unlink jt-north --provider north-trust --site north --for admin",
                "As the account admin may. Sessions that it opened end with `homeward account end-sessions`.")
        ).text
    )

    @Argument(help: ArgumentHelp("The account.", valueName: "code"), transform: ArgumentReading.account)
    var account: AccountCode

    @Option(name: .long, help: ArgumentHelp("The provider.", valueName: "code"), transform: ArgumentReading.provider)
    var provider: ProviderCode

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.accounts.unlink(account, from: provider, at: site)
            try invocation.console.result("account \(account): no longer linked to \(provider)")
        }
    }
}
