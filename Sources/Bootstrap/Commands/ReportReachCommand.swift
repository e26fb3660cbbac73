import ArgumentParser
import Practice
import Reporting

/// `homeward report reach`.
struct ReportReachCommand: FactReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "reach",
        abstract: "Prints whom the service reaches: ages, sexes, ethnicities, authorities, deprivation, who referred.",
        discussion: Examples(
            "Those who were referred in the period stand beside those whose treatment began in it, so that it can be seen "
                + "who is lost in between. Not known is a row of its own.",
            .init(
                "homeward report reach --site demo-north --from 2024-01-01 --to 2024-12-31",
                "Prints whom a site reached in a year."),
            .init(
                "homeward report reach --site all --from 2024-01-01 --to 2024-12-31 --format csv",
                "Prints whom all sites reached for a spreadsheet.")
        ).text
    )

    @OptionGroup var question: ReportOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    func asked() -> ReachReport { ReachReport() }
}
