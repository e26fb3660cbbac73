import ArgumentParser
import Intervention
import Practice
import Reporting

/// `homeward report comparison`.
struct ReportComparisonCommand: FactReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "comparison",
        abstract: "Sets sites or teams beside each other by one indicator, with exact limits; never a league table.",
        discussion: Examples(
            "Limits are those of chance for a unit of its size around what all units come to. Crude stands beside adjusted "
                + "for case-mix, and the cases of teams in their first twelve months apart. Without --model all models "
                + "count together. --by site needs --site all.",
            .init(
                "homeward report comparison --site all --model mst --from 2025-01-01 --to 2025-12-31 --indicator at_home "
                    + "--by site",
                "Sets the sites of a network beside each other."),
            .init(
                "homeward report comparison --site demo-north --from 2025-01-01 --to 2025-12-31 --indicator completed "
                    + "--by team --format json",
                "Sets the teams of a site beside each other, for programs.")
        ).text
    )

    @Option(name: .long, help: Indicator.shareHelp)
    var indicator: Indicator

    @Option(name: .long, help: "What is set beside each other: site or team.")
    var by: ComparisonReport.Grouping

    @OptionGroup var question: ReportOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    func validate() throws {
        try Indicator.checkShare(indicator)
        if by == .site, question.site != .all {
            throw ValidationError("--by site sets the sites beside each other and needs --site all")
        }
    }

    func asked() -> ComparisonReport { ComparisonReport(indicator, by: by) }
}

extension ComparisonReport.Grouping: ExpressibleByArgument {}

extension Indicator: ExpressibleByArgument {
    /// Refuses an average.
    static func checkShare(_ indicator: Indicator) throws {
        guard CountedIndicator.all.contains(indicator) else {
            throw ValidationError("--indicator \(indicator.rawValue) is an average; a share is needed")
        }
    }

    /// What `--indicator` is.
    static var shareHelp: ArgumentHelp {
        ArgumentHelp(
            "An indicator that is a share: " + CountedIndicator.all.map(\.rawValue).joined(separator: ", ") + ".",
            valueName: "key")
    }
}
