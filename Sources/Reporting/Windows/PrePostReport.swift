import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres
import Statistics

/// Months as a length of days that is the same for every child: a twelfth of 365 days each, rounded down.
package struct WindowLength: Hashable, Sendable {
    /// How many months, at least 1.
    package let months: Int

    /// A length, or nil for less than a month or more than fifty years.
    package init?(months: Int) {
        guard (1...600).contains(months) else { return nil }
        self.months = months
    }

    /// Twelve months.
    package static let year = WindowLength(unchecked: 12)

    private init(unchecked months: Int) { self.months = months }

    /// How many days.
    package var days: Int { months * 365 / 12 }
}

/// The report of provision by social care before and after treatment.
package struct PrePostReport: FactReport {
    /// The window before treatment.
    package let before: WindowLength
    /// The window after it.
    package let after: WindowLength

    /// A report with a window before and one after.
    package init(before: WindowLength, after: WindowLength) {
        self.before = before
        self.after = after
    }

    package func read(_ ground: ReportGround, in transaction: Transaction) async throws -> PrePostTable {
        let (request, scope) = (ground.request, ground.request.scope)
        let statement = Statement(
            embedded: String(decoding: PackageResources.pre_post_sql, as: UTF8.self),
            binding: [
                ground.numbers, scope.team?.text, ground.model?.text, request.period.from, request.period.halfOpenEnd,
                request.knownAt, ground.today, IndicatorReport.factShape, CareDaysReport.spellShape,
                scope.authority?.text, Int32(before.days), Int32(after.days),
            ])
        var counts = PrePostCounts()
        for row in try await transaction.query(statement) { try counts.add(row) }
        guard counts.stale == 0 else { throw ReportFault.staleFacts(counts.stale) }
        return try PrePostTable(answering: request.addingUp, self, counts)
    }
}

/// The rows of `sql/reports/pre-post.sql`.
struct PrePostCounts: Hashable, Sendable {
    /// Children with provision of a kind.
    struct Pair: Hashable, Sendable {
        var before = 0
        var after = 0
    }

    var kinds: [String: Pair] = [:]
    var children = 0
    var notOver = 0
    var unrecorded = 0
    var stale = 0

    mutating func add(_ row: Row) throws(PostgresFault) {
        if let kind = try row.decode("kind", as: String?.self) {
            kinds[kind] = Pair(before: try row.decode("before"), after: try row.decode("after"))
        } else {
            children = try row.decode("children")
            notOver = try row.decode("not_over")
            unrecorded = try row.decode("unrecorded")
            stale = try row.decode("stale")
        }
    }
}

/// Which children had provision by social care before treatment and after it.
package struct PrePostTable: ReportAnswer {
    /// One kind of provision, or any.
    package struct Row: Hashable, Sendable {
        /// The kind; nil for any of them.
        package let kind: ProvisionKind?
        /// Children with a day of it in the window before, of all.
        package let before: Proportion
        /// Children with a day of it in the window after, of all.
        package let after: Proportion
    }

    let request: ReportRequest
    /// The windows.
    package let report: PrePostReport
    /// Any provision, then each kind.
    package let rows: [Row]
    /// Children whose windows are over.
    package let children: Int
    /// Children whose window after is not over, and who are not counted.
    package let notOver: Int
    /// Of the children, those of whom no spell is on record.
    package let unrecorded: Int

    /// Whether both windows have the same days.
    package var isEqual: Bool { report.before.days == report.after.days }

    /// - Throws: ``ReportFault/impossibleDays(_:)`` for more children with provision than children.
    init(
        answering request: ReportRequest, _ report: PrePostReport, _ counts: PrePostCounts
    ) throws(ReportFault) {
        self.request = request
        self.report = report
        children = counts.children
        notOver = counts.notOver
        unrecorded = counts.unrecorded
        var rows: [Row] = []
        for kind in [nil] + ProvisionKind.allCases.map(Optional.some) {
            let pair = counts.kinds[kind?.rawValue ?? "any"] ?? PrePostCounts.Pair()
            guard let before = Proportion(numerator: pair.before, denominator: counts.children),
                let after = Proportion(numerator: pair.after, denominator: counts.children)
            else { throw .impossibleDays(.lookedAfter) }
            rows.append(Row(kind: kind, before: before, after: after))
        }
        self.rows = rows
    }
}
