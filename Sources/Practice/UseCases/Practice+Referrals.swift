import CivilDate
import EpisodeStore
import Reporting
import Sites

extension Practice {
    /// Reads what became of the referrals of a period: accepted, declined and why, and who referred.
    /// - Parameters:
    ///   - from: the first day that counts.
    ///   - through: the last day that counts.
    ///   - knownAt: nil for what is known now.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func referrals(
        of scope: ReportScope, from: CivilDate, through: CivilDate, knownAt: Instant? = nil
    ) async throws -> ReferralsTable {
        let request = try ReportRequest(
            scope: scope, from: from, through: through, knownAt: knownAt, now: clock.now()
        )
        return switch scope.sites {
        case .one(let code):
            try await onGround(of: code, request) { ground, session in
                try await ReferralsReport.read(
                    request, sites: ground.sites.map(\.id), models: models, running: ground.running,
                    in: session.transaction)
            }
        case .all:
            try await onGroundOfAll(request) { ground, transaction in
                try await ReferralsReport.read(
                    request, sites: ground.sites.map(\.id), models: models, running: ground.running,
                    in: transaction)
            }
        }
    }
}
