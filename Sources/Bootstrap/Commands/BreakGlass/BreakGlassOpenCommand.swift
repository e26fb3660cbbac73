import Accounts
import ArgumentParser
import Practice

/// `homeward break-glass open`.
struct BreakGlassOpenCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Opens an episode to an account for some hours.",
        discussion: Examples(
            "The reason is sealed; only the site's officer and whoever asks for the child's record reads it. A bar stays a bar.",
            .init(
                "homeward break-glass open N-0001 --site demo-north --for jt --reason \"The carer rang; nobody is there\"",
                "For \(GlassHours.usual.number) hours."),
            .init(
                "homeward break-glass open N-0001 --site demo-north --for jt --reason \"Found at night\" --hours 12",
                "For longer; \(GlassHours.most.number) are the most.")
        ).text
    )

    @OptionGroup var opened: OpenedOptions

    @Option(name: .long, help: ArgumentHelp("Why it cannot wait, in one line that is sealed.", valueName: "text"))
    var reason: String

    @Option(
        name: .long,
        help: ArgumentHelp("For how many hours, 1 to \(GlassHours.most.number).", valueName: "number"),
        transform: BreakGlassOpenCommand.hours)
    var hours = GlassHours.usual

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let end = try await bench.practice.breakGlass(opened.episode, at: opened.site, because: reason, for: hours)
            try invocation.console.result("\(opened.episode): open until \(end)")
        }
    }

    private static func hours(_ text: String) throws -> GlassHours {
        guard let hours = Int(text).flatMap({ GlassHours($0) }) else {
            throw ValidationError("write a whole number of hours, 1 to \(GlassHours.most.number)")
        }
        return hours
    }
}
