import ArgumentParser

/// The root of the command line.
struct HomewardProgram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "homeward",
        abstract: "Keeps the record of a Multisystemic Therapy programme and prints its indicators.",
        discussion: Examples(
            "Results go to standard output, everything else to standard error. A command that needs the database and "
                + "finds none says which command mends that, and starts nothing itself.",
            .init("homeward cluster start", "Makes and starts a PostgreSQL of its own under .homeward."),
            .init("homeward help report indicators", "Says all about one command.")
        ).text,
        version: ProgramVersion.text,
        groupedSubcommands: [
            CommandGroup(name: "Database", subcommands: [ClusterCommand.self, MigrateCommand.self]),
            CommandGroup(
                name: "Work",
                subcommands: [
                    SiteCommand.self, InstrumentCommand.self, ImportCommand.self, ReportCommand.self,
                    ScreenCommand.self, DutiesCommand.self, OnCallCommand.self, EpisodeCommandGroup.self,
                    MeasureCommand.self,
                    PipelineCommand.self, OutlierCommand.self, EditionCommand.self, PersonCommand.self,
                    SearchCommand.self,
                ]),
            CommandGroup(
                name: "Access",
                subcommands: [
                    AccountCommand.self, ProviderCommand.self, AccessLogCommand.self, BreakGlassCommand.self,
                ]),
            CommandGroup(
                name: "Trying out", subcommands: [DemoCommand.self, SimulateCommand.self, RehearseCommand.self]),
            CommandGroup(
                name: "Service",
                subcommands: [ServeCommand.self, NightlyCommand.self, JobsCommand.self, APICommand.self]),
            CommandGroup(
                name: "Upkeep",
                subcommands: [
                    VerifyCommand.self, SealCommand.self, RebuildCommand.self, KeysCommand.self, RetentionCommand.self,
                    SubjectAccessCommand.self, ConfigCommand.self, SelftestCommand.self,
                ]),
            CommandGroup(name: "Reference", subcommands: [ModelCommand.self, CodesCommand.self]),
        ]
    )
}
