import ArgumentParser
import Intervention
import Practice
import Reporting
import Sites

/// `homeward edition diff`.
struct EditionDiffCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says what differs between two editions: whether the data changed or the rule.",
        discussion: Examples(
            "A site gets its own episodes that count otherwise; everybody else the number.",
            .init("homeward edition diff 3 4", "Figure by figure."),
            .init("homeward edition diff 3 4 --site demo-north", "The references of a site's episodes.")
        ).text
    )

    @Argument(help: ArgumentHelp("The one.", valueName: "number"), transform: ArgumentReading.edition)
    var one: EditionNumber

    @Argument(help: ArgumentHelp("The other.", valueName: "number"), transform: ArgumentReading.edition)
    var other: EditionNumber

    @OptionGroup var read: EditionReadOptions

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            if let site = read.site {
                let refs = try await bench.practice.changedEpisodes(between: one, and: other, at: site)
                try invocation.console.result("episodes of \(site) that count otherwise: \(refs.count)")
                for ref in refs { try invocation.console.result(ref.text) }
                return
            }
            for line in try await bench.practice.difference(one, other).lines { try invocation.console.result(line) }
        }
    }
}

extension EditionDifference {
    /// What differs, a line each.
    fileprivate var lines: [String] {
        let data = records.map { "the data: records that count otherwise: \($0)" } ?? "the editions share no day"
        let others =
            rules.isEmpty ? ["the rule: the same"] : rules.map { "the rule: \($0.name): \($0.one) -> \($0.other)" }
        let figures = changes.map { change in
            "\(change.place.table): \(change.place.row): \(change.place.column): \(change.one ?? "none") -> "
                + "\(change.other ?? "none") (\(change.cause.rawValue))"
        }
        return [data] + others + ["figures printed otherwise: \(changes.count)"] + figures
    }
}
