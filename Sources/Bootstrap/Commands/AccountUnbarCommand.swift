import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account unbar`.
struct AccountUnbarCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "unbar",
        abstract: "Lifts the bar of an account from an episode.",
        discussion: Examples(
            .init("homeward account unbar jt --site leeds --episode E-0007", "Lifts a bar."),
            .init("homeward account unbar kb --site leeds --episode E-0012", "Somebody else's, from another episode.")
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
            try await bench.accounts.tie(account.code, by: .bar, to: episode, at: site, end: true)
            try invocation.console.result("account \(account.code): is no longer barred from \(episode)")
        }
    }
}
