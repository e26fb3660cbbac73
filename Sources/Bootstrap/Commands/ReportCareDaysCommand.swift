import ArgumentParser
import Practice
import Reporting

/// `homeward report care-days`.
struct ReportCareDaysCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "care-days",
        abstract: "Prints the days that children were looked after, out of home and in custody, of all their days.",
        discussion: Examples(
            "The children are those with a referral accepted by the last day, each counted once however many episodes "
                + "there are. Both ends of the period count, and no day that has not come. Without --model, and with "
                + "--model all, the children of all models count together. --known-at gives the table as it would have "
                + "been at an earlier instant.",
            .init(
                "homeward report care-days --site demo-north --from 2025-01-01 --to 2025-12-31",
                "Prints the days in care of a site's children in a year."),
            .init(
                "homeward report care-days --site all --model mst --from 2025-01-01 --to 2025-12-31 --format json",
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
            let table = try await bench.practice.careDays(
                of: scope, from: question.from, through: question.to, knownAt: question.knownAt
            )
            let text = question.written(text: table.text, json: table.json, csv: table.csv)
            try invocation.console.result(text, terminator: "")
        }
    }
}
