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
            "A site gets its own episodes that count otherwise; everybody else the number. --format json is for programs.",
            .init("homeward edition diff 3 4", "Figure by figure."),
            .init("homeward edition diff 3 4 --site demo-north", "The references of a site's episodes.")
        ).text
    )

    @Argument(help: ArgumentHelp("The one.", valueName: "number"), transform: ArgumentReading.edition)
    var one: EditionNumber

    @Argument(help: ArgumentHelp("The other.", valueName: "number"), transform: ArgumentReading.edition)
    var other: EditionNumber

    @OptionGroup var read: EditionReadOptions

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            if let site = read.site {
                return try say(
                    await bench.practice.changedEpisodes(between: one, and: other, at: site), of: site,
                    on: invocation.console)
            }
            let difference = try await bench.practice.difference(one, other, by: ProgramVersion.text)
            guard format == .text else { return try invocation.console.result(difference.json.text) }
            for line in difference.lines { try invocation.console.result(line) }
        }
    }

    private func say(_ refs: [EpisodeRef], of site: SiteCode, on console: Console) throws {
        guard format == .text else {
            let list = OrderedJSON.list(refs.map { .text($0.text) })
            return try console.result(
                OrderedJSON.object([
                    "one": .integer(one.number), "other": .integer(other.number), "site": .text(site.text),
                    "episodes": list,
                ]).text)
        }
        try console.result("episodes of \(site) that count otherwise: \(refs.count)")
        for ref in refs { try console.result(ref.text) }
    }
}

extension EditionDifference {
    /// What differs, a line each.
    fileprivate var lines: [String] {
        let data = records.map { "the data: records that count otherwise: \($0)" } ?? "the editions share no day"
        let gone = disposed > 0 ? ["the data: records of edition \(one) that were disposed of since: \(disposed)"] : []
        let others =
            rules.isEmpty ? ["the rule: the same"] : rules.map { "the rule: \($0.name): \($0.one) -> \($0.other)" }
        let figures = changes.map { change in
            "\(change.place.table): \(change.place.row): \(change.place.column): \(change.one ?? "none") -> "
                + "\(change.other ?? "none") (\(change.cause.rawValue))"
        }
        return [data] + gone + others + ["figures printed otherwise: \(changes.count)"] + figures
    }

    /// The same for programs.
    fileprivate var json: OrderedJSON {
        func optional(_ text: String?) -> OrderedJSON { text.map { .text($0) } ?? .null }
        let rules: [OrderedJSON] = rules.map {
            .object(["rule": .text($0.name), "one": .text($0.one), "other": .text($0.other)])
        }
        let figures: [OrderedJSON] = changes.map { change in
            .object([
                "table": .text(change.place.table), "row": .text(change.place.row),
                "column": .text(change.place.column), "one": optional(change.one), "other": optional(change.other),
                "cause": .text(change.cause.rawValue),
            ])
        }
        return .object([
            "one": .integer(one.number), "other": .integer(other.number),
            "records": records.map { .integer($0) } ?? .null, "disposed": .integer(disposed), "rules": .list(rules),
            "figures": .list(figures),
        ])
    }
}
