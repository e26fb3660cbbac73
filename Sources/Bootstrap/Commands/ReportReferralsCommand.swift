import ArgumentParser
import Practice
import Reporting

/// `homeward report referrals`.
struct ReportReferralsCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "referrals",
        abstract:
            "Prints what became of referrals: accepted, declined and why, where families were sent on to, by source.",
        discussion: Examples(
            "Referrals count by the day they were received; the last block counts by the day of decision, as the "
                + "indicators do. Both ends of the period count. Without --model every model has lines of its own; "
                + "--model all adds them up. --known-at gives the table as it would have been at an earlier instant.",
            .init(
                "homeward report referrals --site demo-north --from 2025-01-01 --to 2025-12-31",
                "Prints what became of a site's referrals of a year."),
            .init(
                "homeward report referrals --site all --model all --from 2025-01-01 --to 2025-12-31 --format csv",
                "Prints those of all sites and models together for a spreadsheet.")
        ).text
    )

    @OptionGroup var question: ReportOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let scope = try question.scope
        try await Workbench.lend(invocation) { bench in
            let table = try await bench.practice.referrals(
                of: scope, from: question.from, through: question.to, knownAt: question.knownAt
            )
            let text = question.written(text: table.text, json: table.json, csv: table.csv)
            try invocation.console.result(text, terminator: "")
        }
    }
}
