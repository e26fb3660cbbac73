import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account create`.
struct AccountCreateCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Makes an account, and prints the link that opens it once.",
        discussion: Examples(
            "The link lets its holder choose a password, within 24 hours. Nobody else ever knows the "
                + "password. A role that needs a second factor asks for it at the first sign-in. The first "
                + "administrator is made so too.",
            .init(
                "homeward account create admin --site leeds --role administrator",
                "Makes the first administrator of a site."),
            .init(
                "homeward account create jt --site leeds --role therapist --team can --staff T-1",
                "Makes an account for a therapist.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var grant: GrantOptions

    @Option(
        name: .long,
        help: ArgumentHelp("The file with the name and, in a second line, the e-mail address.", valueName: "file"))
    var owner: String?

    @Flag(name: .long, help: "Read a password from standard input instead of printing a link.")
    var passwordStdin = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let password =
                try passwordStdin
                ? SecretInput.line("The password, which is not shown:", invocation.console) : nil
            if let password { _ = try Password(password) }
            let text = try owner.map { String(decoding: try InputFile.bytes(of: $0), as: UTF8.self) } ?? ""
            let lines = text.split(whereSeparator: \.isNewline).map(String.init)
            try await bench.accounts.create(
                account.code, AccountParticulars(name: lines.first, email: lines.dropFirst().first), with: grant.wish,
                at: account.site)
            invocation.console.say("account \(account.code): made")
            if let password { return try await bench.accounts.setPassword(password, of: account.code) }
            let token = try await bench.accounts.link(
                .setUp, for: account.code, at: grant.wish == nil ? nil : account.site)
            try invocation.console.result(LinkText.of(token, invocation.settings))
        }
    }
}
