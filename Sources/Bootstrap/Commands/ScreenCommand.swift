import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward screen`.
struct ScreenCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Says for which of a site's models a referral is eligible, with every reason.",
        discussion: Examples(
            "A question that is not answered is unknown, which is neither yes nor no: it asks for advice. Nothing is "
                + "recorded.",
            .init("homeward screen --site demo-north --questions", "Lists the questions of the site's models."),
            .init(
                "homeward screen --site demo-north --born 2012-03 --answer physical-aggression=yes --answer no-carer=no",
                "Screens a referral of today.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("The month of birth, YYYY-MM.", valueName: "month"),
        transform: ScreenCommand.month)
    var born: CivilMonth?

    @Option(
        name: .long, help: ArgumentHelp("The day of referral, YYYY-MM-DD; today if none is given.", valueName: "date"),
        transform: ArgumentReading.day)
    var on: CivilDate?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "An answer: yes, no, unknown, or a day where the question asks for one. May stand several times.",
            valueName: "question=answer"),
        transform: AnswerArgument.init)
    var answer: [AnswerArgument] = []

    @Flag(name: .long, help: "List the questions instead.")
    var questions = false

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let enabled = try await bench.practice.enabledModels(at: site)
            if questions { return try listQuestions(enabled, invocation.console) }
            let answers = try AnswerArgument.answers(answer, to: enabled.flatMap(\.criteria))
            let results = try await bench.practice.screen(Profile(birthMonth: born), answers, at: site, on: on)
            if format == .json { return try invocation.console.result(json(results).text) }
            for result in results {
                let title = enabled.first { $0.id == result.model }?.title ?? result.model.text
                try invocation.console.result("\(title) (\(result.model)): \(result.verdict.rawValue)")
                for reason in result.reasons.sorted(by: { $1.verdict < $0.verdict }) {
                    try invocation.console.result("  \(reason.verdict.rawValue): \(reason.code): \(reason.sentence)")
                }
            }
        }
    }

    private func listQuestions(_ enabled: [any InterventionModel], _ console: Console) throws {
        for model in enabled {
            try console.result("\(model.title) (\(model.id))")
            for criterion in model.criteria {
                let form = criterion.within == nil ? "yes or no" : "a day, or no"
                try console.result("  \(criterion.key) [\(criterion.effect.rawValue), \(form)] \(criterion.question)")
            }
        }
    }

    private func json(_ results: [Eligibility]) -> OrderedJSON {
        let models = results.map { result in
            OrderedJSON.object([
                "model": .text(result.model.text), "verdict": .text(result.verdict.rawValue),
                "reasons": .list(
                    result.reasons.map { reason in
                        .object([
                            "code": .text(reason.code), "verdict": .text(reason.verdict.rawValue),
                            "sentence": .text(reason.sentence), "source": reason.source.map { .text($0) } ?? .null,
                        ])
                    }),
            ])
        }
        return .object(["site": .text(site.text), "models": .list(models)])
    }

    private static func month(_ text: String) throws -> CivilMonth {
        guard let month = CivilMonth(iso: text) else { throw ValidationError("write a month as YYYY-MM") }
        return month
    }
}
