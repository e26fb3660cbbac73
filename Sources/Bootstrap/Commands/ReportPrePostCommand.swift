import ArgumentParser
import Practice
import Reporting

/// `homeward report pre-post`.
struct ReportPrePostCommand: FactReportCommand {
    static let configuration = CommandConfiguration(
        commandName: "pre-post",
        abstract: "Prints which children had provision by social care before treatment and after it.",
        discussion: Examples(
            "The children are those whose treatment was closed in the period, each once. The window before ends with the "
                + "first session, the one after begins with the closing; a child counts when both are over. Windows of "
                + "different lengths are shown only under a sentence that says so.",
            .init(
                "homeward report pre-post --site demo-north --from 2022-01-01 --to 2022-12-31 --months 12",
                "Prints a year before beside a year after."),
            .init(
                "homeward report pre-post --site all --from 2022-01-01 --to 2022-12-31 --months 12 --before-months 24 "
                    + "--format json",
                "Prints two years before and one after, which cannot be compared, for programs.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("How long both windows are, in months.", valueName: "number"))
    var months: Int

    @Option(name: .long, help: ArgumentHelp("How long the window before is instead.", valueName: "number"))
    var beforeMonths: Int?

    @Option(name: .long, help: ArgumentHelp("How long the window after is instead.", valueName: "number"))
    var afterMonths: Int?

    @OptionGroup var question: ReportOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    func validate() throws {
        for (name, months) in [("months", months), ("before-months", beforeMonths), ("after-months", afterMonths)] {
            if let months, WindowLength(months: months) == nil {
                throw ValidationError("--\(name) is a number of months from 1 to 600")
            }
        }
    }

    func asked() throws -> PrePostReport {
        guard let before = WindowLength(months: beforeMonths ?? months),
            let after = WindowLength(months: afterMonths ?? months)
        else { throw ValidationError("--months is a number of months from 1 to 600") }
        return PrePostReport(before: before, after: after)
    }
}
