import ArgumentParser

/// `homeward outlier`.
struct OutlierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlier",
        abstract: "Follows up figures outside the limits of chance: found, answered, decided, published.",
        discussion: Examples(
            "The network finds what stands out. The site checks its data and answers, within four weeks. The network decides, "
                + "and publishes figure, answer and decision together; that a site did not answer is published too.",
            .init(
                "homeward outlier raise --indicator completed --model mst --from 2025-01-01 --to 2025-12-31",
                "Puts the sites outside the limits on the list."),
            .init("homeward outlier list", "Says how far each is.")
        ).text,
        subcommands: [
            OutlierListCommand.self, OutlierShowCommand.self, OutlierRaiseCommand.self, OutlierAnswerCommand.self,
            OutlierDecideCommand.self, OutlierPublishCommand.self, OutlierWithdrawCommand.self,
        ]
    )
}
