import ArgumentParser
import Intervention
import Sites

/// `homeward instrument show`.
struct InstrumentShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows how an instrument is scored: items, answers, sections; never its words.",
        discussion: Examples(
            .init("homeward instrument show sdq", "What comes with the program."),
            .init("homeward instrument show tam-r --site demo-north", "What a site has loaded.")
        ).text
    )

    @Argument(help: ArgumentHelp("The instrument.", valueName: "id"), transform: ArgumentReading.instrument)
    var id: InstrumentID

    @OptionGroup var shelf: ShelfOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { shelf.place.flags }

    func run(in invocation: Invocation) async throws {
        try await shelf.lend(invocation) { shelf in
            let definition = try ShelfOptions.definition(id, in: shelf)
            for line in lines(of: definition) { try invocation.console.result(line) }
        }
    }

    private func lines(of definition: InstrumentDefinition) -> [String] {
        var table = TextTable(["item", "section", "reversed", "answers and what they count"])
        for item in definition.items {
            let answers = item.options.map { "\($0.code)=\($0.points?.description ?? "-")" }
            table.add([
                item.key.text, item.section?.text ?? "-", item.isReversed ? "yes" : "no",
                answers.joined(separator: " "),
            ])
        }
        let sections = definition.sections.map { section in
            "section \(section.key): \(section.title), at least \(words(section.least))"
        }
        let totals = definition.totals.map { "total \($0.key): \($0.sections.map(\.text).joined(separator: " + "))" }
        return [
            "\(definition.title) (\(definition.id), version \(definition.version.number))",
            "licence: \(definition.licence)", "source: \(definition.source)",
            "words: \(definition.isShowable ? "held; a form can be shown" : "none held; no form can be shown")",
            "figure: \(definition.aggregate.rawValue), at least \(words(definition.least))",
        ] + sections + totals + table.lines
    }

    private func words(_ least: LeastAnswered) -> String {
        switch least {
        case .items(let number): "\(number) answered"
        case .share(let share): "a share of \(share) answered"
        }
    }
}
