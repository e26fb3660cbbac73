import ArgumentParser

/// `homeward instrument`.
struct InstrumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instrument",
        abstract: "Loads the definitions of instruments, shows them, and scores answers by them.",
        discussion: Examples(
            "An invented adherence interview and the scoring of the SDQ come with the program. The words of a licensed "
                + "instrument are loaded by the site that has the licence, and stay with it.",
            .init("homeward instrument list --site demo-north", "Lists what a site works with."),
            .init("homeward instrument load tam-r.yaml --site demo-north", "Loads a definition.")
        ).text,
        subcommands: [
            InstrumentListCommand.self, InstrumentShowCommand.self, InstrumentCheckCommand.self,
            InstrumentLoadCommand.self, InstrumentScoreCommand.self,
        ]
    )
}
