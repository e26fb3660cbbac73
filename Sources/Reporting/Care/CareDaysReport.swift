import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres

/// Reads the days in care from the reporting facts.
package enum CareDaysReport {
    /// The shape of spells' facts that this report understands; of episodes' facts it is the indicators' own.
    package static let spellShape: Int16 = 2

    /// Settings under which the report's SQL has to run: planned with its values, so that the indexes of the current
    /// facts serve when no time of knowledge is asked for.
    package static let planning = IndicatorReport.planning

    /// Reads the table.
    /// - Parameters:
    ///   - request: the question.
    ///   - today: the day it is at the sites at the time of knowledge.
    ///   - sites: the sites of its scope.
    ///   - transaction: one whose role may see the facts of all the sites, begun with ``planning`` after everything
    ///     stamped up to the time of knowledge was committed.
    /// - Throws: ``ReportFault``, or the database's fault.
    package static func read(
        _ request: ReportRequest, today: CivilDate, sites: [SiteID], in transaction: Transaction
    ) async throws -> CareDaysTable {
        let window = CareWindow(request.period, today: today)
        var sums = CareDaysSums()
        for row in try await transaction.query(statement(request, window, sites: sites)) {
            let stale = try row.decode("stale", as: Int.self)
            guard stale == 0 else { throw ReportFault.staleFacts(stale) }
            sums = try CareDaysSums(row: row)
        }
        return try CareDaysTable(answering: request, window: window, sums: sums)
    }

    /// The report's SQL with the values of a question.
    private static func statement(_ request: ReportRequest, _ window: CareWindow, sites: [SiteID]) -> Statement {
        let only: ModelID? = if case .one(let id) = request.scope.models { id } else { nil }
        return Statement(
            embedded: text,
            binding: [
                sites.map(\.number), request.scope.team?.text, only?.text, window.from, window.end, request.knownAt,
                IndicatorReport.factShape, spellShape, request.scope.authority?.text,
            ]
        )
    }

    private static let text = String(decoding: PackageResources.care_days_sql, as: UTF8.self)
}
