import ArgumentParser
import Practice

/// `homeward break-glass close`.
struct BreakGlassCloseCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Shuts an episode that an account opened, before its time.",
        discussion: Examples(
            .init("homeward break-glass close N-0001 --site demo-north --for jt", "Shuts one."),
            .init("homeward break-glass close N-0002 --site demo-north --for kb", "Shuts what somebody else opened.")
        ).text
    )

    @OptionGroup var opened: OpenedOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.practice.closeGlass(opened.episode, at: opened.site)
            try invocation.console.result("\(opened.episode): shut")
        }
    }
}
