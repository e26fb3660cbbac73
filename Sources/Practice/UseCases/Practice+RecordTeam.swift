import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Sites

extension Practice {
    /// Records what happened in a team: commands that belong together, in the order given. What raters return of measures
    /// goes through ``returnMeasure(_:by:of:at:)``, which knows who owes it and keeps that out of the record.
    /// - Throws: `Refusal`, `StoreFault`, ``PracticeFault``.
    @discardableResult
    package func record(
        _ entries: [Engine.Entry<TeamCommand>], to team: TeamCode, at site: SiteCode
    ) async throws -> [Advisory] {
        try await record(for: .recordTeam, at: site, about: .team(team)) { session in
            [.record(entries, to: try session.team(team).id, in: TeamStream.self) { _ in NoRules() }]
        }
    }

    /// Corrects what is on record of a team.
    @discardableResult
    package func correct(
        _ correction: Correction<TeamCommand>, of team: TeamCode, at site: SiteCode
    ) async throws -> [Advisory] {
        try await record(for: .recordTeam, at: site, about: .team(team)) { session in
            [.correct(correction, of: try session.team(team).id, in: TeamStream.self) { _ in NoRules() }]
        }
    }
}
