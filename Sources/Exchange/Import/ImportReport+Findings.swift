extension ImportReport {
    /// Takes in what the rows would do.
    mutating func take<Row>(_ findings: PlanFindings, _ contents: FileContents<Row>) {
        problems = (problems + findings.problems).sorted(by: ImportProblem.order(of: Row.Column.self))
        advisories =
            (contents.advisories.filter { findings.taken.contains($0.place.line) } + findings.advisories)
            .sorted { ($0.place.line, $0.code.rawValue) < ($1.place.line, $1.code.rawValue) }
        counts.added = findings.added
        counts.corrected = findings.corrected
        counts.unchanged = findings.unchanged
        counts.conflicting = findings.conflicting + findings.conflictingAbsent
        counts.rejected = contents.rowCount - findings.taken.count - findings.conflicting
        absent = findings.absent.sorted()
        counts.absent = absent.count
        withdrawn = findings.withdrawn.sorted()
        counts.withdrawn = withdrawn.count
    }
}
