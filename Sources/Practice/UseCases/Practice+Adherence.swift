import CivilDate
import Intervention
import Postgres
import Reporting
import Sites

extension Practice {
    /// Reads average adherence at a site over the interviews of a period, as known now.
    /// - Parameters:
    ///   - from: the first day that counts.
    ///   - through: the last day that counts.
    ///   - enough: from how many families on a mean is not greyed; at least 1.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func adherence(
        at code: SiteCode, from: CivilDate, through: CivilDate, by grouping: AdherenceAverages.Grouping,
        enough: Int = AdherenceAverages.usuallyEnough
    ) async throws -> AdherenceTable {
        guard let period = CivilPeriod(from: from, through: through) else {
            throw ReportFault.periodReversed(from: from, through: through)
        }
        return try await withSite(code, access: .readOnly) { session in
            let families = try await AdherenceReport.read(period, of: session.site.id, in: session.transaction)
            return AdherenceTable(of: code, period, try AdherenceAverages(of: families, by: grouping, enough: enough))
        }
    }
}
