import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward break-glass list`.
struct BreakGlassListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists records that were opened in an emergency, the oldest first.",
        discussion: Examples(
            "The reason is shown to whoever answers for privacy.",
            .init("homeward break-glass list --site demo-north", "All of them."),
            .init(
                "homeward break-glass list --site demo-north --from 2026-03-01 --format json",
                "Since a day, for programs.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("From this day at the site on, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: CivilDate?

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let records = try await bench.practice.openedRecords(at: site, from: from)
            if format == .json {
                let list = OrderedJSON.list(records.map(\.json))
                return try invocation.console.result(OrderedJSON.object(["opened": list]).text)
            }
            var table = TextTable(["episode", "by", "from", "until", "looked into by", "reason"])
            for record in records {
                table.add([
                    record.ref?.text ?? "\(record.episode)", record.actor, "\(record.openedAt)", "\(record.until)",
                    record.reviewedBy ?? "nobody yet", record.reason ?? "",
                ])
            }
            if !table.isEmpty { for line in table.lines { try invocation.console.result(line) } }
        }
    }
}

extension OpenedRecord {
    /// The record for programs.
    fileprivate var json: OrderedJSON {
        func text(_ value: String?) -> OrderedJSON { value.map { .text($0) } ?? .null }
        return .object([
            "episode": text(ref?.text), "id": .text("\(episode)"), "by": .text(actor), "from": .text("\(openedAt)"),
            "until": .text("\(until)"), "lookedIntoBy": text(reviewedBy), "reason": text(reason),
        ])
    }
}
