import Accounts
import ArgumentParser
import Intervention
import Practice

/// `homeward provider remove`.
struct ProviderRemoveCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Removes an identity provider of a site: nobody signs in with it any more.",
        discussion: Examples(
            .init(
                "homeward provider remove north-trust --site north",
                "Accounts stay. Those that nothing else opened need a link from another hand."),
            .init("homeward provider remove north-trust --site north --for admin", "As the account admin may.")
        ).text
    )

    @Argument(help: ArgumentHelp("The provider.", valueName: "code"), transform: ArgumentReading.provider)
    var code: ProviderCode

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let links = try await bench.accounts.removeProvider(code, of: site)
            try invocation.console.result("provider \(code): removed from \(site), accounts that it opened: \(links)")
        }
    }
}
