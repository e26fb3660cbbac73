/// Takes one kind of file into the record: finds out what every row would do, and then does it, all in one lent
/// transaction.
protocol ImportWork<Column> {
    associatedtype Column: FileColumn
    associatedtype Row: FileRow where Row.Column == Column
    /// What the rows would do, found out without changing anything.
    associatedtype Plan

    var bench: ImportBench<Column> { get }

    /// Reads the file. Nothing stops at a problem: all are found.
    func read(_ file: TableFile<Column>) -> FileContents<Row>

    /// Finds out what the rows would do.
    func plan(
        _ contents: FileContents<Row>, of file: TableFile<Column>, _ options: ImportOptions,
        progress: (ImportProgress) -> Void
    ) async throws -> Plan

    /// What is to be told of a plan.
    func findings(of plan: Plan, _ contents: FileContents<Row>, in file: TableFile<Column>) async throws -> PlanFindings

    /// Does what was planned. Every row is looked at once more as the record is now: a row that would have a problem by now
    /// gives up the whole file.
    func write(
        _ plan: Plan, _ contents: FileContents<Row>, of file: TableFile<Column>, progress: (ImportProgress) -> Void
    ) async throws
}

extension ImportWork {
    /// Imports a file.
    /// - Parameter progress: is told now and then how far it has come.
    /// - Throws: ``ImportFault``, or what the store or the database throws; the transaction is to be rolled back then.
    func run(
        _ file: TableFile<Column>, _ options: ImportOptions, progress: (ImportProgress) -> Void
    ) async throws -> ImportReport {
        let contents = read(file)
        var report = ImportReport(file: file.name, kind: Column.kind, options: options)
        report.counts.rows = contents.rowCount
        report.problems = contents.problems
        guard !contents.isUnreadable, !contents.columns.isEmpty else {
            report.counts.rejected = contents.rowCount
            return report
        }

        try await bench.takeTurn()
        let plan = try await plan(contents, of: file, options, progress: progress)
        report.take(try await findings(of: plan, contents, in: file), contents)

        guard !options.isTrial, !report.hasProblems || options.acceptsValid else { return report }
        try await write(plan, contents, of: file, progress: progress)
        report.isApplied = true
        if report.hasProblems { report.rejectedRows = RejectedRows.bytes(of: file, problems: report.problems) }
        return report
    }
}
