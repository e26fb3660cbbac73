import CivilDate
import EpisodeStore
import Reporting
import Sites

extension Practice {
    /// Reads the programme's indicator table.
    /// - Parameters:
    ///   - from: the first day that counts.
    ///   - through: the last day that counts.
    ///   - knownAt: nil for what is known now.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func indicators(
        of scope: ReportScope, from: CivilDate, through: CivilDate, knownAt: Instant? = nil
    ) async throws -> IndicatorTable {
        let request = try ReportRequest(
            scope: scope, from: from, through: through, knownAt: knownAt, now: clock.now()
        )
        return switch scope.sites {
        case .one(let code):
            try await onGround(of: code, request) { ground, session in
                try await IndicatorReport.read(
                    request, today: ground.today, sites: ground.sites.map(\.id), models: models,
                    running: ground.running, settings: ground.settings,
                    posts: try await session.therapistPosts(for: request), in: session.transaction)
            }
        case .all:
            try await onGroundOfAll(request) { ground, transaction in
                try await IndicatorReport.read(
                    request, today: ground.today, sites: ground.sites.map(\.id), models: models,
                    running: ground.running, posts: .unknown(.ofNetwork), in: transaction)
            }
        }
    }
}
