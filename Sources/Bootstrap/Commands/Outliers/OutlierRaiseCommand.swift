import ArgumentParser
import CivilDate
import Intervention
import Practice
import Reporting
import Sites

/// `homeward outlier raise`.
struct OutlierRaiseCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise",
        abstract: "Compares the sites of a model and puts those outside the limits on the list.",
        discussion: Examples(
            "Limits are exact, of 95 % (alert) and 99.8 % (alarm); where sites differ by more than chance they allow for "
                + "that. A figure that is on the list stays as it is. Sites without a case are named.",
            .init(
                "homeward outlier raise --indicator completed --model mst --from 2025-01-01 --to 2025-12-31 --dry-run",
                "Says what would be put on the list."),
            .init(
                "homeward outlier raise --indicator at_home --model mst-can --from 2025-01-01 --to 2025-12-31",
                "Puts it there.")
        ).text
    )

    @Option(name: .long, help: Indicator.shareHelp)
    var indicator: Indicator

    @Option(name: .long, help: ArgumentHelp("The model.", valueName: "model"), transform: ArgumentReading.model)
    var model: ModelID

    @Option(
        name: .long, help: ArgumentHelp("The first day that counts, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: CivilDate

    @Option(
        name: .long, help: ArgumentHelp("The last day that counts, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var to: CivilDate

    @Flag(name: .long, help: "Put nothing on the list.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let sweep = try await bench.practice.raiseOutliers(
                by: indicator, of: model, from: from, through: to, dryRun: dryRun)
            for found in sweep.found {
                let place = found.isNew ? (dryRun ? "would be new" : "new") : "on the list already"
                try invocation.console.result("\(found.site): \(found.finding.words): \(place)")
            }
            let within = sweep.within.count
            try invocation.console.result("\(within) \(within == 1 ? "site" : "sites") within the limits")
            if !sweep.withoutCases.isEmpty {
                let codes = sweep.withoutCases.map(\.text).joined(separator: ", ")
                try invocation.console.result("without a case: \(codes)")
            }
        }
    }
}
