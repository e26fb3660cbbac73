import ArgumentParser
import Practice
import Reporting

/// `homeward report quality`.
struct ReportQualityCommand: FactReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality",
        abstract: "Prints what is missing in the record and what was written down late, rule by rule.",
        discussion: Examples(
            "Each rule has a code and counts those who break it, of those of whom it could have been recorded.",
            .init(
                "homeward report quality --site demo-north --from 2024-01-01 --to 2024-12-31",
                "Prints what a site's record of a year lacks."),
            .init(
                "homeward report quality --site all --from 2024-01-01 --to 2024-12-31 --format csv",
                "Prints the same of all sites together for a spreadsheet.")
        ).text
    )

    @OptionGroup var question: ReportOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    func asked() -> QualityReport { QualityReport() }
}
