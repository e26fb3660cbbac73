import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites

extension Practice {
    /// Reads average adherence at a site over the interviews of a period.
    /// - Parameters:
    ///   - from: the first day that counts.
    ///   - through: the last day that counts.
    ///   - authority: only children for whom this authority answers; nil for all.
    ///   - knownAt: nil for what is known now.
    ///   - enough: from how many families on a mean is not greyed; at least 1.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func adherence(
        at code: SiteCode, authority: AuthorityCode? = nil, from: CivilDate, through: CivilDate,
        knownAt: Instant? = nil, by grouping: AdherenceAverages.Grouping,
        enough: Int = AdherenceAverages.usuallyEnough
    ) async throws -> AdherenceTable {
        let request = try ReportRequest(
            scope: try ReportScope(sites: .one(code), authority: authority), from: from, through: through,
            knownAt: knownAt, now: clock.now())
        if let knownAt { try await settle(code, through: knownAt, at: .team(nil)) }
        return try await withSite(
            code, for: .report, at: .team(nil), access: .readOnly, isolation: .repeatableRead,
            settings: IndicatorReport.planning
        ) { session in
            try await check(authority, of: session, knownAt: knownAt)
            let families = try await AdherenceReport.read(request, of: session.site.id, in: session.transaction)
            let settings = try await session.settings(on: request.period.through, knownAt: knownAt)
            let thresholds = Dictionary(
                uniqueKeysWithValues: models.ids.compactMap { id in
                    models.newest(id).flatMap { AdherenceThreshold(of: $0, with: settings[id]) }.map { (id, $0) }
                })
            return AdherenceTable(
                answering: request, try AdherenceAverages(of: families, by: grouping, enough: enough),
                thresholds: thresholds)
        }
    }
}
