import Accounts
import ArgumentParser
import Intervention
import Practice

/// `homeward account relative`.
struct AccountRelativeCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "relative",
        abstract: "Notes that somebody belongs to the family of an episode: whoever else looks at it is told.",
        discussion: Examples(
            "The night tells the site's officer of each look by a colleague other than the family's own therapist.",
            .init("homeward account relative jt --site leeds --episode E-0007", "Notes it."),
            .init("homeward account relative jt --site leeds --episode E-0007 --end", "Ends it.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Option(
        name: .long, help: ArgumentHelp("The site's reference of the episode.", valueName: "ref"),
        transform: ArgumentReading.episode)
    var episode: EpisodeRef

    @Flag(name: .long, help: "It is so no more.")
    var end = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            guard let site = account.site else {
                throw CommandFault(.usage, "--site: an episode is of a site; say which")
            }
            try await bench.accounts.tie(account.code, by: .kinship, to: episode, at: site, end: end)
            try invocation.console.result(
                "account \(account.code): is \(end ? "no longer " : "")noted as of the family of \(episode)")
        }
    }
}
