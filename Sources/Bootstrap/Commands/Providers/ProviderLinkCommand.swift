import Accounts
import ArgumentParser
import Intervention
import Practice

/// `homeward provider link`.
struct ProviderLinkCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Says which account an identity provider means by a subject.",
        discussion: Examples(
            "The subject (`sub`) is the first line of standard input; only a keyed hash of it is kept. An e-mail address is "
                + "no subject: it can be given to somebody else. Where anything opens the account already, two "
                + "administrators have to say the same within a week; --prove shows that the second one is there.",
            .init(
                "homeward provider link jt-north --provider north-trust --site north < subject",
                "From now on the provider opens the account."),
            .init(
                "homeward provider link jt-north --provider north-trust --site north --subject-file subject",
                "Reads it from a file that nobody else may read.")
        ).text
    )

    @Argument(help: ArgumentHelp("The account.", valueName: "code"), transform: ArgumentReading.account)
    var account: AccountCode

    @Option(name: .long, help: ArgumentHelp("The provider.", valueName: "code"), transform: ArgumentReading.provider)
    var provider: ProviderCode

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("A file whose first line is the subject; mode 0600.", valueName: "file"))
    var subjectFile: String?

    @Flag(name: .long, help: "Ask for a code of the second factor of the account of --for, which its owner types.")
    var prove = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let line = try SecretInput.line(
            in: subjectFile, orAskingFor: "the subject", invocation.console)
        guard let subject = Accounts.Subject(line) else {
            throw CommandFault(.data, "the subject has 1 to 255 printable characters of ASCII")
        }
        try await Workbench.lend(invocation) { bench in
            let isLinked = try await bench.accounts.link(
                account, to: provider, as: subject, at: site, proof: try HandProof.read(prove, invocation))
            try invocation.console.result(
                isLinked
                    ? "account \(account): linked to \(provider)"
                    : "account \(account): noted; it is linked to \(provider) when another administrator says the same "
                        + "within a week")
        }
    }
}
