import Accounts
import ArgumentParser
import Intervention
import OpenID
import Practice

/// `homeward provider list`.
struct ProviderListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the identity providers of a site.",
        discussion: Examples(
            .init("homeward provider list --site north", "Prints a line for each."),
            .init("homeward provider list --site north --format json", "The same for programs.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let entries = try await bench.accounts.listProviders(of: site)
            if format == .json {
                return try invocation.console.result(
                    OrderedJSON.object(["providers": .list(entries.map(\.json))]).text)
            }
            guard !entries.isEmpty else {
                return invocation.console.say(
                    "The site has no identity provider: add one with `homeward provider add`.")
            }
            var table = TextTable(["provider", "issuer", "client", "secret", "accounts"])
            for entry in entries {
                table.add([
                    entry.code.text, entry.issuer.text, entry.issuer.clientID, entry.hasSecret ? "yes" : "no",
                    "\(entry.links)",
                ])
            }
            for line in table.lines { try invocation.console.result(line) }
        }
    }
}

extension ProviderDirectory.Entry {
    /// The entry, for programs.
    fileprivate var json: OrderedJSON {
        .object([
            "code": .text(code.text), "issuer": .text(issuer.text), "clientId": .text(issuer.clientID),
            "hasSecret": .boolean(hasSecret), "accounts": .integer(links),
        ])
    }
}
