import ArgumentParser

/// `homeward report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Prints reports.",
        discussion: Examples(
            .init(
                "homeward report indicators --site demo-north --from 2025-01-01 --to 2025-12-31",
                "Prints a site's indicators of a year."),
            .init(
                "homeward report indicators --site all --from 2025-01-01 --to 2025-12-31 --format csv",
                "Prints those of all sites together for a spreadsheet.")
        ).text,
        subcommands: [
            ReportIndicatorsCommand.self, ReportAdherenceCommand.self, ReportReferralsCommand.self,
            ReportCareDaysCommand.self, ReportComparisonCommand.self, ReportTrendCommand.self,
            ReportPlacementTimeCommand.self, ReportFollowUpCommand.self, ReportPrePostCommand.self,
            ReportOutcomesContractCommand.self, ReportReachCommand.self,
            ReportNeedsCommand.self, ReportQualityCommand.self,
            ReportProgrammeReviewCommand.self,
        ]
    )
}
