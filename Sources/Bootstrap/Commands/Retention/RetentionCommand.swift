import ArgumentParser

/// `homeward retention`.
struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Shows how long records are kept, holds them, and ends them by the decision of two people.",
        discussion: Examples(
            "The longest rule that applies to a child keeps the record; a site sets the years in its file under "
                + "'retention'. Nothing is destroyed unless one person proposed it and another approved.",
            .init("homeward retention list --site demo-north --due", "What is past its day."),
            .init("homeward retention propose --site demo-north --dry-run", "What would be proposed.")
        ).text,
        subcommands: [
            RetentionListCommand.self, RetentionHoldCommand.self, RetentionReleaseCommand.self,
            RetentionProposeCommand.self, RetentionApproveCommand.self, RetentionWithdrawCommand.self,
            RetentionDisposeCommand.self,
        ]
    )
}
