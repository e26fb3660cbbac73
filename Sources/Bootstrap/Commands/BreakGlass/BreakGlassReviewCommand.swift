import Accounts
import ArgumentParser
import Practice

/// `homeward break-glass review`.
struct BreakGlassReviewCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Notes that somebody else looked into what an account opened.",
        discussion: Examples(
            .init("homeward break-glass review N-0001 --site demo-north --opened-by jt --for ig", "Looked into."),
            .init("homeward break-glass review N-0001 --site demo-north --opened-by kb", "By the operator.")
        ).text
    )

    @OptionGroup var opened: OpenedOptions

    @Option(
        name: .long, help: ArgumentHelp("The account that opened it.", valueName: "code"),
        transform: ArgumentReading.account)
    var openedBy: AccountCode

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.practice.reviewGlass(opened.episode, openedBy: openedBy, at: opened.site)
            try invocation.console.result("\(opened.episode): looked into")
        }
    }
}
