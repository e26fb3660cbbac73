import ArgumentParser
import Intervention
import Sites

/// `homeward instrument score`.
struct InstrumentScoreCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Scores the answers of one form; nothing is recorded.",
        discussion: Examples(
            "Answers stand in the order of the items, one code each with a space between, - for one that was not answered.",
            .init(
                "homeward instrument score demo-adherence --answers '4 5 1 y 4 - 2 y 5 4 na n'", "An adherence form."),
            .init(
                "homeward instrument score sdq --respondent teacher --answers '1 0 2 1 0 0 1 0 1 2 1 0 0 1 0 1 1 0 0 2 1 0 1 0 1'",
                "An SDQ, with the bands of teachers' forms.")
        ).text
    )

    @Argument(help: ArgumentHelp("The instrument.", valueName: "id"), transform: ArgumentReading.instrument)
    var id: InstrumentID

    // The first answer may be -, which would begin a flag elsewhere.
    @Option(
        name: .long, parsing: .unconditional, help: ArgumentHelp("The answers.", valueName: "codes"),
        transform: ArgumentReading.answers)
    var answers: AnswersArgument

    @Option(name: .long, help: ArgumentHelp("Whose SDQ it is: parent, teacher or young.", valueName: "who"))
    var respondent: SDQ.Respondent?

    @OptionGroup var shelf: ShelfOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { shelf.place.flags }

    func run(in invocation: Invocation) async throws {
        try await shelf.lend(invocation) { shelf in
            let definition = try ShelfOptions.definition(id, in: shelf)
            let figures = try figures(by: definition)
            for line in lines(figures, of: definition) { try invocation.console.result(line) }
        }
    }

    private func figures(by definition: InstrumentDefinition) throws(CommandFault) -> InstrumentFigures {
        do {
            return try definition.figures(of: answers.codes)
        } catch {
            throw CommandFault(.data, "--answers: \(error)")
        }
    }

    private func lines(_ figures: InstrumentFigures, of definition: InstrumentDefinition) -> [String] {
        let bands = id == .sdq ? respondent.map { SDQ.bands(of: figures, from: $0) } ?? [:] : [:]
        let keys = definition.sections.map(\.key) + definition.totals.map(\.key)
        var table = TextTable(["of", "figure", "band"])
        for key in keys {
            table.add([key.text, figures.sections[key]?.description ?? "-", bands[key]?.rawValue ?? "-"])
        }
        if let whole = figures.whole { table.add(["all items", whole.description, "-"]) }
        return table.lines
    }
}
