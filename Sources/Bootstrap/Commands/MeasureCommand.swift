import ArgumentParser

/// `homeward measure`.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Takes in and shows the measures by which staff rate those who support them.",
        discussion: Examples(
            "Therapists rate their supervisor (sam); therapists and supervisors rate the expert (cam). Whose a return is, "
                + "is known only until it is counted.",
            .init(
                "homeward measure return --site demo-north --team mst --measure sam --by t-1 --score 0.71",
                "Takes in what a therapist returns."),
            .init("homeward measure show --site demo-north --team mst", "Shows what may be shown.")
        ).text,
        subcommands: [MeasureReturnCommand.self, MeasureShowCommand.self]
    )
}
