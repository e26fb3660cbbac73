import ArgumentParser
import Practice
import Reporting

/// `homeward report indicators`.
struct ReportIndicatorsCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Prints the programme's indicators: target, published comparator, own value, with every denominator.",
        discussion: Examples(
            "Closures count by the day of closing, referral decisions by the day of decision; both ends of the period "
                + "count. Without --model every model has rows of its own; --model all adds them up. --known-at gives "
                + "the table as it would have been at an earlier instant.",
            .init(
                "homeward report indicators --site demo-north --from 2025-01-01 --to 2025-12-31",
                "Prints a site's indicators of a year."),
            .init(
                "homeward report indicators --site all --model mst --from 2025-01-01 --to 2025-12-31 --format json",
                "Prints those of one model over all sites for programs.")
        ).text
    )

    @OptionGroup var question: ReportOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let scope = try question.scope
        try await Workbench.lend(invocation) { bench in
            let table = try await bench.practice.indicators(
                of: scope, from: question.from, through: question.to, knownAt: question.knownAt
            )
            let text = question.written(text: table.text, json: table.json, csv: table.csv)
            try invocation.console.result(text, terminator: "")
        }
    }
}
