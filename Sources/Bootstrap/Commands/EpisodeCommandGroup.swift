import ArgumentParser
import Intervention

/// `homeward episode`.
struct EpisodeCommandGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "episode",
        abstract: "Shows an episode, and moves an open one to a newer version of its model or of the site's settings.",
        discussion: Examples(
            "An episode keeps the versions that it began under until somebody moves it.",
            .init("homeward episode show E-17 --site demo-north", "Shows where an episode stands."),
            .init(
                "homeward episode move E-17 --site demo-north --because new-settings --dry-run",
                "Says what a move to the settings in force would change.")
        ).text,
        subcommands: [EpisodeShowCommand.self, EpisodeMoveCommand.self]
    )
}
