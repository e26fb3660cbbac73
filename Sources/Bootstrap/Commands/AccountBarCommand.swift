import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account bar`.
struct AccountBarCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "bar",
        abstract: "Bars an account from an episode, whatever its roles: the person knows the family.",
        discussion: Examples(
            .init("homeward account bar jt --site leeds --episode E-0007", "Bars somebody."),
            .init("homeward account bar kb --site leeds --episode E-0012", "Somebody else, from another episode.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Option(
        name: .long, help: ArgumentHelp("The site's reference of the episode.", valueName: "ref"),
        transform: ArgumentReading.episode)
    var episode: EpisodeRef

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            guard let site = account.site else {
                throw CommandFault(.usage, "--site: an episode is of a site; say which")
            }
            try await bench.accounts.tie(account.code, by: .bar, to: episode, at: site)
            try invocation.console.result("account \(account.code): is barred from \(episode)")
        }
    }
}
