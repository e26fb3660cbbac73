import ArgumentParser

/// `homeward on-call`.
struct OnCallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "on-call",
        abstract: "Shows who carries the teams' telephones, writes calls down, and hands nights over.",
        discussion: Examples(
            "The pages /on-call and /on-call/handover do the same.",
            .init("homeward on-call tonight --site demo-north --for jt", "What somebody needs tonight."),
            .init(
                "homeward on-call handover --site demo-north --for kb --take",
                "Reads the night's calls and takes them over.")
        ).text,
        subcommands: [OnCallTonightCommand.self, OnCallLogCommand.self, OnCallHandoverCommand.self]
    )
}
