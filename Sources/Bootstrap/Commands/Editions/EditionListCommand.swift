import ArgumentParser
import Practice
import Reporting

/// `homeward edition list`.
struct EditionListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the editions.",
        discussion: Examples(
            .init("homeward edition list", "All of them, or the public ones for who reads no others."),
            .init("homeward edition list --site demo-north --format json", "As a site reads them, for programs.")
        ).text
    )

    @OptionGroup var read: EditionReadOptions

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let editions = try await read.editions(in: bench.practice)
            if format == .json {
                let list = OrderedJSON.list(editions.map(\.line))
                return try invocation.console.result(OrderedJSON.object(["editions": list]).text)
            }
            guard !editions.isEmpty else { return invocation.console.say("There is no edition.") }
            var table = TextTable(["no", "from", "to", "profile", "model", "restates", "withheld", "as known at"])
            for edition in editions {
                let document = edition.document
                table.add([
                    "\(edition.number)", document.from, document.through, document.profile, document.model ?? "all",
                    document.restates.map { "\($0)" } ?? "", document.withheldText, document.dataCut,
                ])
            }
            for line in table.lines { try invocation.console.result(line) }
        }
    }
}

extension Edition {
    /// The edition in a list.
    fileprivate var line: OrderedJSON {
        .object([
            "number": .integer(number.number), "from": .text(document.from), "to": .text(document.through),
            "profile": .text(document.profile), "model": document.model.map { .text($0) } ?? .null,
            "restates": document.restates.map { .integer($0) } ?? .null, "data_cut": .text(document.dataCut),
            "frozen_at": .text("\(frozenAt)"), "frozen_by": frozenBy.map { .text($0) } ?? .null,
            "note": document.note.map { .text($0) } ?? .null, "withheld": .integer(document.withheld),
            "figures": .integer(document.figures), "hash": .text(hash),
        ])
    }
}
