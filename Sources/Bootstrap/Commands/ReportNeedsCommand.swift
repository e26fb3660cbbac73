import ArgumentParser
import Reporting
import YAMLFile

/// `homeward report needs`.
struct ReportNeedsCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "needs",
        abstract: "Works out a commissioner's planning sheet from a file of local counts and rates.",
        discussion: Examples(
            "The file states each count and rate with low, middle, high and source; one without a source is refused. "
                + "Everything that follows is a range. It needs no database.",
            .init("homeward report needs northshire.yaml", "Prints the sheet of a place."),
            .init("homeward report needs northshire.yaml --format json", "Prints it for programs.")
        ).text
    )

    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String

    @Option(name: .long, help: "text, json or csv.")
    var format = ReportOptions.Format.text

    @OptionGroup var general: GeneralOptions

    func run(in invocation: Invocation) async throws {
        let document = try sheet(invocation.console).document
        let text =
            switch format {
            case .text: document.text()
            case .json: document.json()
            case .csv: document.csv()
            }
        try invocation.console.result(text, terminator: "")
    }

    /// - Throws: status 65 after every mistake was said with its line and column.
    private func sheet(_ console: Console) throws(CommandFault) -> NeedsSheet {
        let bytes = try InputFile.bytes(of: file)
        do throws(NeedsProblems) {
            return try NeedsFile.read(bytes)
        } catch {
            for problem in error.problems {
                console.problem(
                    "\(file):\(problem.line): column \(problem.column): \(problem.code.rawValue): \(problem.sentence)")
            }
            throw CommandFault(.data, "problems in \(file): \(error.problems.count); nothing was worked out")
        }
    }
}
