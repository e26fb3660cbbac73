import ArgumentParser

/// `homeward break-glass`.
struct BreakGlassCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "break-glass",
        abstract: "Opens a record in an emergency, for some hours and with a reason, and shows which were.",
        discussion: Examples(
            "It enters the access log, the family's team reads of it the next morning, and the site's officer looks into it.",
            .init(
                "homeward break-glass open N-0001 --site demo-north --for jt --reason \"The carer rang; nobody is there\"",
                "Opens one."),
            .init("homeward break-glass list --site demo-north", "Which were opened, by whom and why.")
        ).text,
        subcommands: [
            BreakGlassOpenCommand.self, BreakGlassCloseCommand.self, BreakGlassListCommand.self,
            BreakGlassReviewCommand.self,
        ]
    )
}
