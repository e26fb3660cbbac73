import ArgumentParser
import Practice
import Reporting

/// `homeward report time-to-placement`.
struct ReportPlacementTimeCommand: FactReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "time-to-placement",
        abstract: "Prints how long treatment went on without a placement, and what ended it first.",
        discussion: Examples(
            "The families are those whose first session lies in the period. Placement, the end of treatment and the "
                + "eighteenth birthday compete: both the Kaplan-Meier curve of placement and the share to which each "
                + "came first are given, in days from the first session.",
            .init(
                "homeward report time-to-placement --site demo-north --from 2023-01-01 --to 2024-12-31",
                "Prints those of a site's families of two years."),
            .init(
                "homeward report time-to-placement --site all --model mst --from 2023-01-01 --to 2024-12-31 --format csv",
                "Prints the steps of the curve of one model for a spreadsheet.")
        ).text
    )

    @OptionGroup var question: ReportOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    func asked() -> PlacementTimeReport { PlacementTimeReport() }
}
