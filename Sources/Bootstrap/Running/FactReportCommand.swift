import Practice
import Reporting

/// A command that prints a report over the reporting facts: it has the options of every report and says what it asks
/// besides.
protocol FactReportCommand: HomewardCommand {
    /// The report that it prints.
    associatedtype Asked: FactReport

    /// What every report is asked.
    var question: ReportOptions { get }
    /// Where the home is.
    var place: HomeOptions { get }

    /// The report, with what it is asked besides.
    func asked() throws -> Asked
}

extension FactReportCommand {
    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let (scope, asked) = (try question.scope, try asked())
        try await Workbench.lend(invocation) { bench in
            let document = try await bench.practice.report(
                asked, of: scope, from: question.from, through: question.to, knownAt: question.knownAt
            ).document
            let text = question.written(text: document.text, json: document.json, csv: document.csv)
            try invocation.console.result(text, terminator: "")
        }
    }
}
