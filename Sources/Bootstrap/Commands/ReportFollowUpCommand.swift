import ArgumentParser
import Practice
import Reporting

/// `homeward report follow-up`.
struct ReportFollowUpCommand: FactReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up",
        abstract: "Prints what is known of families 6, 12 and 18 months after treatment, with best and worst case.",
        discussion: Examples(
            "The families are those closed in the period with the opportunity for a full course of treatment. What is "
                + "not known is shown as it is: the value is of known answers, and beside it stands what it would be if "
                + "every unknown answer were a no, or a yes.",
            .init(
                "homeward report follow-up --site demo-north --model mst --from 2023-01-01 --to 2023-12-31",
                "Prints those of a year's closures of a site."),
            .init(
                "homeward report follow-up --site all --from 2023-01-01 --to 2023-12-31 --format json",
                "Prints those of all sites for programs.")
        ).text
    )

    @OptionGroup var question: ReportOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    func asked() -> FollowUpReport { FollowUpReport() }
}
