import Accounts
import ArgumentParser
import CivilDate
import Practice

/// Which looks a command is about, whatever they were at.
struct LookOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("Only by this account.", valueName: "code"),
        transform: ArgumentReading.account)
    var account: AccountCode?

    @Option(
        name: .long, help: ArgumentHelp("Only this action, such as episode.show.", valueName: "word"),
        transform: ArgumentReading.action)
    var action: Action?

    @Flag(name: .long, help: "Only what was refused.")
    var refused = false

    @Option(
        name: .long, help: ArgumentHelp("From this day on, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: CivilDate?

    @Option(
        name: .long, help: ArgumentHelp("Through this day.", valueName: "date"), transform: ArgumentReading.day)
    var to: CivilDate?

    func validate() throws {
        if let from, let to, to < from {
            throw ValidationError("--from \(from) lies after --to \(to): the first day comes first, and both count")
        }
    }

    /// The question that they ask.
    var question: AccessLogQuestion {
        var question = AccessLogQuestion()
        (question.account, question.action) = (account, action)
        question.outcome = refused ? .refused : nil
        (question.from, question.through) = (from, to)
        return question
    }
}
