import ArgumentParser
import Intervention
import Practice

/// `homeward measure return`.
struct MeasureReturnCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: "Takes in what somebody returns of a measure of staff, in the slot of today.",
        discussion: Examples(
            "The rater is looked up to see that a return is owed, and is forgotten once it is counted: nothing on record "
                + "says whose it is. Give the score itself, or the answers when the site has loaded the definition.",
            .init(
                "homeward measure return --site demo-north --team mst --measure sam --by t-1 --about s-1 --score 0.71",
                "A return whose score is known."),
            .init(
                "homeward measure return --site demo-north --team mst --measure sam --by t-1 --answers '4 5 - 3'",
                "A return that is scored by the site's definition.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(name: .long, help: ArgumentHelp("The team.", valueName: "code"), transform: ArgumentReading.team)
    var team: TeamCode

    @Option(name: .long, help: "The measure: sam (of the supervisor) or cam (of the expert).")
    var measure: StaffMeasureKind

    @Option(name: .long, help: ArgumentHelp("Who rates.", valueName: "code"), transform: ArgumentReading.staff)
    var by: StaffCode

    @Option(
        name: .long, help: ArgumentHelp("Who is rated, when there are several.", valueName: "code"),
        transform: ArgumentReading.staff)
    var about: StaffCode?

    @Option(
        name: .long, help: ArgumentHelp("The score over all items, 0 to 1.", valueName: "number"),
        transform: ArgumentReading.score)
    var score: AdherenceScore?

    @Option(name: .long, help: ArgumentHelp("The answers.", valueName: "codes"), transform: ArgumentReading.answers)
    var answers: AnswersArgument?

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func validate() throws {
        if (score == nil) == (answers == nil) {
            throw ValidationError("give --score or --answers, one of them")
        }
    }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            var rated = RatedAnswers(about: about, score: score)
            if let answers {
                let shelf = try await bench.practice.instruments(at: site)
                let definition = try ShelfOptions.definition(measure.instrument, in: shelf)
                rated = try scored(answers, by: definition)
            }
            try await bench.practice.returnMeasure(measure, rated, by: by, of: team, at: site)
            if rated.score == nil { invocation.console.say("Too few items were answered: there is no score.") }
            invocation.console.say("Taken in. Nothing on record says whose it is.")
        }
    }

    private func scored(
        _ answers: AnswersArgument, by definition: InstrumentDefinition
    ) throws(CommandFault) -> RatedAnswers {
        guard definition.aggregate == .share else {
            throw CommandFault(
                .data,
                "a measure of staff is kept as a share; \(definition.id) says 'aggregate: \(definition.aggregate.rawValue)'"
            )
        }
        do {
            let figures = try definition.figures(of: answers.codes)
            let sections = figures.sections.compactMap { key, figure -> SectionScore? in
                if case .share(let share) = figure { SectionScore(key, share) } else { nil }
            }
            return RatedAnswers(about: about, score: figures.share, sections: sections)
        } catch {
            throw CommandFault(.data, "--answers: \(error)")
        }
    }
}

extension StaffMeasureKind: ExpressibleByArgument {
    /// By the id of the measure.
    public init?(argument: String) {
        guard let kind = StaffMeasureKind.allCases.first(where: { $0.instrument.text == argument }) else { return nil }
        self = kind
    }

    /// The ids.
    public static var allValueStrings: [String] { allCases.map(\.instrument.text) }
}
