import ArgumentParser
import CivilDate
import Intervention
import Practice
import Reporting
import YAMLFile

/// `homeward report programme-review`.
struct ReportProgrammeReviewCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme-review",
        abstract: "Looks back on a site's programme: indicators, staffing, training, sessions and goals.",
        discussion: Examples(
            "What the last review left open is carried forward; --goals FILE says how far each goal is and states new ones. "
                + "--freeze keeps the review under the next number, with its figures as they are known now; "
                + "--number prints one again, byte for byte.",
            .init(
                "homeward report programme-review --site demo-north --from 2025-01-01 --to 2025-06-30",
                "Looks back on half a year; nothing is kept."),
            .init(
                "homeward report programme-review --site demo-north --from 2025-01-01 --to 2025-06-30 --goals goals.yaml "
                    + "--freeze",
                "Freezes it with the goals of a file.")
        ).text
    )

    @Option(
        name: .long, help: ArgumentHelp("The site.", valueName: "code"),
        transform: { text in
            try ReportOptions.oneSite(
                text,
                unless: "a programme review is of one site: its staffing, training and goals are kept there and not in "
                    + "the network's facts")
        })
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("The first day that counts, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: CivilDate?

    @Option(
        name: .long, help: ArgumentHelp("The last day that counts, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var to: CivilDate?

    @Option(name: .long, help: ReportOptions.knownAtHelp, transform: ArgumentReading.instant)
    var knownAt: Instant?

    @Option(name: .long, help: ArgumentHelp("A file of goals.", valueName: "file"))
    var goals: String?

    @Flag(name: .long, help: "Keep the review under the next number.")
    var freeze = false

    @Option(
        name: .long, help: ArgumentHelp("A review that was frozen, by its number.", valueName: "number"),
        transform: ReportProgrammeReviewCommand.review)
    var number: ReviewNumber?

    @Option(name: .long, help: "text, json or csv.")
    var format = ReportOptions.Format.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func validate() throws {
        if number != nil {
            if from != nil || to != nil || knownAt != nil || goals != nil || freeze {
                throw ValidationError(
                    "--number prints what was frozen: leave the other flags out but --site and --format")
            }
            return
        }
        guard let from, let to else { throw ValidationError("--from and --to say which days count") }
        if from > to {
            throw ValidationError("--from \(from) lies after --to \(to): the first day comes first, and both count")
        }
        if freeze, knownAt != nil {
            throw ValidationError("--freeze keeps what is known now: leave --known-at out")
        }
    }

    // The optimiser of Swift 6.3 breaks down over a copy of `lend` made for this closure, so it makes none.
    @_optimize(none)
    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let text = try await written(by: bench.practice, telling: invocation.console)
            try invocation.console.result(text, terminator: "")
        }
    }

    private func written(by practice: Practice, telling console: Console) async throws -> String {
        if let number { return form(of: try await practice.frozenReview(number, of: site)) }
        guard let from, let to else { return "" }
        let stated = try statedGoals(console)
        if freeze {
            return form(of: try await practice.freezeReview(of: site, from: from, through: to, stating: stated))
        }
        let document = try await practice.programmeReview(
            of: site, from: from, through: to, stating: stated, knownAt: knownAt
        ).document
        return switch format {
        case .text: document.text()
        case .json: document.json()
        case .csv: document.csv()
        }
    }

    private func form(of review: FrozenReview) -> String {
        switch format {
        case .text: review.text
        case .json: review.json
        case .csv: review.csv
        }
    }

    /// - Throws: status 65 after every mistake was said with its line and column.
    private func statedGoals(_ console: Console) throws(CommandFault) -> [ReviewGoal] {
        guard let goals else { return [] }
        let bytes = try InputFile.bytes(of: goals)
        do throws(GoalsProblems) {
            return try GoalsFile.read(bytes)
        } catch {
            for problem in error.problems {
                console.problem(
                    "\(goals):\(problem.line): column \(problem.column): \(problem.code.rawValue): \(problem.sentence)")
            }
            throw CommandFault(.data, "problems in \(goals): \(error.problems.count); nothing was frozen")
        }
    }

    private static func review(_ text: String) throws -> ReviewNumber {
        guard let number = Int32(text).flatMap({ ReviewNumber($0) }) else {
            throw ValidationError("the number of a review is 1 or more")
        }
        return number
    }
}
