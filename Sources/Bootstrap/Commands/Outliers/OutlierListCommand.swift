import ArgumentParser
import Intervention
import Practice
import Sites

/// `homeward outlier list`.
struct OutlierListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists outliers with how far each is: those of all sites, or of one as it sees them.",
        discussion: Examples(
            .init("homeward outlier list", "Those of all sites, for the network."),
            .init("homeward outlier list --site demo-north --format json", "Those of a site, for programs.")
        ).text
    )

    @OptionGroup var read: OutlierReadOptions

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let outliers = try await read.outliers(in: bench.practice)
            if read.format == .json {
                let list = OrderedJSON.list(outliers.map(\.json))
                return try invocation.console.result(OrderedJSON.object(["outliers": list]).text)
            }
            guard !outliers.isEmpty else { return invocation.console.say("There are no outliers on the list.") }
            var table = TextTable(["no", "site", "figure", "stands", "answer due"])
            for outlier in outliers {
                table.add([
                    "\(outlier.number)", outlier.site.text, outlier.finding.words, outlier.standingText,
                    "\(outlier.answerDue)",
                ])
            }
            for line in table.lines { try invocation.console.result(line) }
        }
    }
}
