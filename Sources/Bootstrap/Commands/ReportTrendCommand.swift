import ArgumentParser
import Intervention
import Practice
import Reporting

/// `homeward report trend`.
struct ReportTrendCommand: FactReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: "Follows one indicator by month or quarter, with the limits and signals of a run chart.",
        discussion: Examples(
            "The rules are those of NHS England's \"Making data count\". Points of few cases say little: ask for quarters. "
                + "Without --model all models count together.",
            .init(
                "homeward report trend --site demo-north --from 2022-01-01 --to 2024-12-31 --indicator completed "
                    + "--every quarter",
                "Follows a site's completions quarter by quarter."),
            .init(
                "homeward report trend --site all --model mst --from 2022-01-01 --to 2024-12-31 --indicator at_home "
                    + "--every month --screened --format json",
                "Follows all sites together month by month, with screened limits, for programs.")
        ).text
    )

    @Option(name: .long, help: Indicator.shareHelp)
    var indicator: Indicator

    @Option(name: .long, help: "How long each point is: month or quarter.")
    var every: TrendReport.Step

    @Flag(name: .long, help: "Leaves moving ranges beyond their own limit out of the limits, once.")
    var screened = false

    @OptionGroup var question: ReportOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    func validate() throws { try Indicator.checkShare(indicator) }

    func asked() -> TrendReport { TrendReport(indicator, every: every, screened: screened) }
}

extension TrendReport.Step: ExpressibleByArgument {}
