import Accounts
import ArgumentParser
import Intervention
import OpenID
import Practice

/// `homeward provider add`.
struct ProviderAddCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Makes an identity provider of a site known.",
        discussion: Examples(
            "The provider must know the address https://NAME/sign-in/return/CODE, where NAME is that of `serve.address`.",
            .init(
                "homeward provider add north-trust --site north --issuer https://id.example.org --client-id homeward",
                "For a client without a secret."),
            .init(
                "homeward provider add north-trust --site north --issuer https://id.example.org --client-id homeward "
                    + "--secret-file secret",
                "The client's secret is the first line of a file that nobody else may read.")
        ).text
    )

    @Argument(
        help: ArgumentHelp("What the provider is called here.", valueName: "code"), transform: ArgumentReading.provider)
    var code: ProviderCode

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(name: .long, help: ArgumentHelp("Its issuer, to the letter.", valueName: "address"))
    var issuer: String

    @Option(name: .long, help: ArgumentHelp("Under what it knows us.", valueName: "id"))
    var clientID: String

    @Option(
        name: .long, help: ArgumentHelp("A file whose first line is the client's secret; mode 0600.", valueName: "file")
    )
    var secretFile: String?

    @Flag(name: .long, help: "Read the client's secret from standard input.")
    var secretStdin = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        guard let issuer = Issuer(text: issuer, clientID: clientID) else {
            throw CommandFault(
                .usage,
                "--issuer: an issuer is an address that begins with https:// and has no query, and --client-id has no spaces"
            )
        }
        let secret = try secret(invocation.console)
        try await Workbench.lend(invocation) { bench in
            try await bench.accounts.addProvider(ProviderWish(code, issuer, secret: secret), to: site)
            try invocation.console.result("provider \(code): added to \(site)")
        }
    }

    /// The client's secret; it never stands among the arguments, where every user of the machine reads it.
    private func secret(_ console: Console) throws -> ClientSecret? {
        guard !secretStdin || secretFile == nil else {
            throw CommandFault(.usage, "--secret-file: the secret comes from a file or from standard input, not both")
        }
        guard secretStdin || secretFile != nil else { return nil }
        let line = try SecretInput.line(
            in: secretFile, orAskingFor: "the client's secret", console)
        guard let secret = ClientSecret(line) else {
            throw CommandFault(.data, "the client's secret has 1 to 512 bytes")
        }
        return secret
    }
}
