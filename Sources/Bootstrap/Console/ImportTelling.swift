import Exchange
import Intervention

/// Tells people what an import did: counts as results, problems and advisories as talk.
struct ImportTelling {
    private let report: ImportReport
    private let isVerbose: Bool

    /// What is told of an import.
    /// - Parameter isVerbose: advisories one by one instead of their numbers.
    init(_ report: ImportReport, isVerbose: Bool) {
        self.report = report
        self.isVerbose = isVerbose
    }

    /// Tells it.
    /// - Throws: status 65 when the file has a problem.
    func tell(_ console: Console) throws(CommandFault) {
        for problem in report.problems { console.problem(Self.line(of: problem)) }
        for line in advisories { console.say(line) }
        for line in counts.lines { try console.result(line) }
        for name in report.absent { try console.result("absent: \(name)") }
        for name in report.withdrawn { try console.result("withdrawn: \(name)") }
        guard report.hasProblems else { return console.say("\(report.file): \(outcome)") }
        throw CommandFault(.data, "\(report.file): problems: \(report.problems.count); \(outcome)")
    }

    /// `FILE:LINE: column COLUMN: code: sentence`.
    static func line(of problem: ImportProblem) -> String {
        let column = problem.column.map { "column \($0): " } ?? ""
        return "\(problem.place): \(column)\(problem.code.rawValue): \(problem.sentence)"
    }

    /// Whether a problem kept the whole file out, so that nothing of what the numbers say was done.
    private var isRefused: Bool { report.hasProblems && !report.isApplied && !report.options.isTrial }

    private var counts: TextTable {
        let counts = report.counts
        var table = TextTable(["rows", "\(counts.rows)"], [.left, .right])
        table.add([isRefused ? "would add" : "added", "\(counts.added)"])
        table.add([isRefused ? "would correct" : "corrected", "\(counts.corrected)"])
        table.add(["unchanged", "\(counts.unchanged)"])
        table.add(["conflicting", "\(counts.conflicting)"])
        table.add(["absent", "\(counts.absent)"])
        table.add(["rejected", "\(counts.rejected)"])
        if report.options.isComplete {
            table.add([isRefused ? "would withdraw" : "withdrawn", "\(counts.withdrawn)"])
        }
        return table
    }

    private var advisories: [String] {
        guard !isVerbose else {
            return report.advisories.map { advisory in
                let column = advisory.column.map { "column \($0): " } ?? ""
                return "\(advisory.place): \(column)advisory: \(advisory.code.rawValue): \(advisory.sentence)"
            }
        }
        var numbers: [ImportAdvisoryCode: Int] = [:]
        for advisory in report.advisories { numbers[advisory.code, default: 0] += 1 }
        return ImportAdvisoryCode.allCases.compactMap { code in
            numbers[code].map { "\(report.file): advisory: \(code.rawValue): \($0) (--verbose lists them)" }
        }
    }

    private var outcome: String {
        if report.options.isTrial { return "nothing was changed; the numbers say what an import would do" }
        guard report.isApplied else { return "nothing was changed; the numbers say what the good rows would do" }
        guard report.hasProblems else { return "imported" }
        return "the good rows were imported; the others stand in \(RejectedRows.name(for: report.file))"
    }
}
