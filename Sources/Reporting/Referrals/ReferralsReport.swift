import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres

/// Reads what became of referrals from the reporting facts.
package enum ReferralsReport {
    /// Reads the table.
    /// - Parameters:
    ///   - request: the question; the period is of days of referral, and of decision for what was decided in it.
    ///   - sites: the sites of its scope.
    ///   - models: the models of the programme.
    ///   - running: the models that the scope runs.
    ///   - transaction: one whose role may see the facts of all the sites, begun with ``IndicatorReport/planning``
    ///     after everything stamped up to the time of knowledge was committed.
    /// - Throws: ``ReportFault``, or the database's fault.
    package static func read(
        _ request: ReportRequest, sites: [SiteID], models: ModelRegistry, running: Set<ModelID>,
        in transaction: Transaction
    ) async throws -> ReferralsTable {
        let scope = request.scope
        let only: ModelID? = if case .one(let id) = scope.models { id } else { nil }
        let statement = Statement(
            embedded: text,
            binding: [
                sites.map(\.number), scope.team?.text, only?.text, scope.models == .pooled, request.period.from,
                request.period.halfOpenEnd, request.knownAt, IndicatorReport.factShape,
                scope.authority?.text,
            ]
        )
        var counts: [ReferralCount] = []
        var stale = 0
        for row in try await transaction.query(statement) {
            stale += try row.decode("stale", as: Int.self)
            counts.append(try ReferralCount(row: row))
        }
        guard stale == 0 else { throw ReportFault.staleFacts(stale) }
        let spans = try await spans(request, only, sites: sites, in: transaction)
        return try ReferralsTable(
            answering: request, counts: counts, spans: spans, models: models, running: running)
    }

    private static func spans(
        _ request: ReportRequest, _ only: ModelID?, sites: [SiteID], in transaction: Transaction
    ) async throws -> [ReferralSpan] {
        let scope = request.scope
        let statement = Statement(
            embedded: spanText,
            binding: [
                sites.map(\.number), scope.team?.text, only?.text, scope.models == .pooled, request.period.from,
                request.period.halfOpenEnd, request.knownAt, IndicatorReport.factShape, CareDaysReport.spellShape,
                scope.authority?.text,
            ]
        )
        var spans: [ReferralSpan] = []
        var stale = 0
        for row in try await transaction.query(statement) {
            stale += try row.decode("stale", as: Int.self)
            spans.append(try ReferralSpan(row: row))
        }
        guard stale == 0 else { throw ReportFault.staleFacts(stale) }
        return spans
    }

    private static let text = String(decoding: PackageResources.referrals_sql, as: UTF8.self)
    private static let spanText = String(decoding: PackageResources.referral_spans_sql, as: UTF8.self)
}
