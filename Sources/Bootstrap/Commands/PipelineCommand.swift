import ArgumentParser

/// `homeward pipeline`.
struct PipelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline",
        abstract: "Keeps organisations that may become sites, from the first enquiry to supported operation.",
        discussion: Examples(
            "A prospective site has the code that its site will have: once the site's file is applied, the two are shown "
                + "together. What was recorded stays, a mistake that was taken back too.",
            .init("homeward pipeline add leeds --name \"Leeds City Council\"", "Adds a prospective site."),
            .init("homeward pipeline stage leeds --reached A --on 2026-03-02", "Records the first enquiry.")
        ).text,
        subcommands: [
            PipelineListCommand.self, PipelineAddCommand.self, PipelineStageCommand.self, PipelineVoidCommand.self,
            PipelineShowCommand.self,
        ]
    )
}
