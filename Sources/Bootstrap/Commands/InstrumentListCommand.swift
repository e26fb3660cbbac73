import ArgumentParser
import CivilDate
import Intervention
import Sites

/// `homeward instrument list`.
struct InstrumentListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the definitions of instruments that a site works with, or that come with the program.",
        discussion: Examples(
            .init("homeward instrument list", "Lists those that come with the program; needs no database."),
            .init("homeward instrument list --site demo-north --format json", "Those of a site, for programs.")
        ).text
    )

    @OptionGroup var shelf: ShelfOptions
    @OptionGroup var general: GeneralOptions

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    var flags: [SettingKey: String] { shelf.place.flags }

    func run(in invocation: Invocation) async throws {
        try await shelf.lend(invocation) { shelf in
            switch format {
            case .text:
                var table = TextTable(
                    ["id", "version", "items", "words", "from", "title"], [.left, .right, .right, .left, .left, .left])
                for entry in shelf.entries {
                    let definition = entry.definition
                    table.add([
                        definition.id.text, "\(definition.version.number)", "\(definition.items.count)",
                        definition.isShowable ? "held" : "none", entry.loadedAt == nil ? "program" : "site",
                        definition.title,
                    ])
                }
                for line in table.lines { try invocation.console.result(line) }
            case .json:
                try invocation.console.result(OrderedJSON.object(["instruments": .list(shelf.entries.map(json))]).text)
            }
        }
    }

    private func json(_ entry: InstrumentShelf.Entry) -> OrderedJSON {
        let definition = entry.definition
        return .object([
            "id": .text(definition.id.text), "version": .integer(Int(definition.version.number)),
            "title": .text(definition.title), "items": .integer(definition.items.count),
            "words": .boolean(definition.isShowable), "loadedAt": entry.loadedAt.map { .text($0.description) } ?? .null,
        ])
    }
}
