import CivilDate
import EpisodeStore
import Reporting
import Sites

extension Practice {
    /// Reads the days in care of the children of a scope, each child once. All models of the scope count together unless
    /// it names one: a child does not have two childhoods.
    ///
    /// Days after the time of knowledge have not happened, so the same question about a past time has the same answer
    /// for ever after.
    /// - Parameters:
    ///   - from: the first day that counts.
    ///   - through: the last day that counts, if it has come.
    ///   - knownAt: nil for what is known now.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func careDays(
        of scope: ReportScope, from: CivilDate, through: CivilDate, knownAt: Instant? = nil
    ) async throws -> CareDaysTable {
        let request = try ReportRequest(
            scope: scope, from: from, through: through, knownAt: knownAt, now: clock.now()
        )
        return switch scope.sites {
        case .one(let code):
            try await onGround(of: code, request) { ground, session in
                try await CareDaysReport.read(
                    request, today: ground.today, sites: ground.sites.map(\.id), in: session.transaction)
            }
        case .all:
            try await onGroundOfAll(request) { ground, transaction in
                try await CareDaysReport.read(
                    request, today: ground.today, sites: ground.sites.map(\.id), in: transaction)
            }
        }
    }
}
