import CivilDate
import EpisodeStore
import Reporting
import Sites

extension Practice {
    /// Reads a report: of one site under that site's scope, of all of them under the role that reads nothing but the
    /// de-identified facts.
    /// - Parameters:
    ///   - from: the first day that counts.
    ///   - through: the last day that counts.
    ///   - knownAt: nil for what is known now.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func report<Report: FactReport>(
        _ report: Report, of scope: ReportScope, from: CivilDate, through: CivilDate, knownAt: Instant? = nil
    ) async throws -> Report.Answer {
        let request = try ReportRequest(
            scope: scope, from: from, through: through, knownAt: knownAt, now: clock.now()
        )
        return switch scope.sites {
        case .one(let code):
            try await onGround(of: code, request) { ground, session in
                try await report.read(ground, in: session.transaction)
            }
        case .all:
            try await onGroundOfAll(request) { ground, transaction in try await report.read(ground, in: transaction) }
        }
    }
}
