import Accounts
import ArgumentParser
import Exchange
import Practice

/// Which part of a log a command shows, and in which form.
struct LookPartOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Only after this arrival.", valueName: "number"))
    var after: Int64?

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    /// The question for the part.
    func asking(_ question: AccessLogQuestion) -> AccessLogQuestion {
        var question = question
        question.after = after.map { Arrival($0) }
        return question
    }

    /// Writes the part, and how to go on.
    func tell(_ part: AccessLogPart, _ console: Console) throws {
        switch format {
        case .json:
            let list = OrderedJSON.list(part.looks.map(AccessLogTelling.json))
            let next: OrderedJSON = part.next.map { .text("\($0)") } ?? .null
            try console.result(OrderedJSON.object(["looks": list, "next": next]).text)
        case .text:
            var table = TextTable(AccessLogFile.columns)
            for look in part.looks { table.add(AccessLogFile.cells(of: look)) }
            if !table.isEmpty { for line in table.lines { try console.result(line) } }
            if let next = part.next { console.say("There are more: --after \(next) goes on.") }
        }
    }
}
