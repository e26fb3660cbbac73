import ArgumentParser
import Intervention

/// `homeward model list`.
struct ModelListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the models of this program, and those that a database keeps that is there.",
        discussion: Examples(
            .init("homeward model list", "Prints id, version and name of each."),
            .init("homeward model list --format json", "The same for programs.")
        ).text
    )

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let kept = try await DeclaredModels.kept(for: invocation, isNeeded: !place.flags.isEmpty)
        let known = try invocation.models(keeping: kept)
        switch format {
        case .text:
            var table = TextTable(["id", "version", "client", "title"], [.left, .right, .left, .left])
            for model in known {
                table.add([model.id.text, "\(model.version.number)", model.client.rawValue, model.title])
            }
            for line in table.lines { try invocation.console.result(line) }
        case .json:
            let models = known.map { model in
                OrderedJSON.object([
                    "id": .text(model.id.text), "version": .integer(Int(model.version.number)),
                    "client": .text(model.client.rawValue), "title": .text(model.title),
                ])
            }
            try invocation.console.result(OrderedJSON.object(["models": .list(models)]).text)
        }
    }
}
