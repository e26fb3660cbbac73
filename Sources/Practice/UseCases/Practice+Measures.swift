import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites

/// What may be shown of the measures by which a team's staff rate those who support them.
package struct MeasureSheet: Hashable, Sendable {
    /// The team.
    package let team: TeamCode
    /// From how many raters on there is a figure.
    package let least: Int
    /// The slots that are over and have a return, by measure, person and day.
    package let summaries: [RatedSummary]
}

extension Practice {
    /// What may be shown of a team's measures of staff: of slots that are over, by the settings in force.
    /// - Throws: ``PracticeFault``.
    package func measures(of team: TeamCode, at site: SiteCode) async throws -> MeasureSheet {
        try await withSite(site, for: .showMeasures, at: .team(team), access: .readOnly) { session in
            let team = try session.team(team)
            let settings = try session.rules.beginning(team.model, on: session.today).settings
            let least = max(settings.whole(.ratersLeast) ?? 0, StaffMeasures.fewestRaters)
            let states = try await session.store.load(
                [team.id], in: TeamStream.self, site: session.site.id, session.transaction)
            let returns = states[team.id]?.history.facts?.returns ?? []
            let summaries = StaffMeasureKind.allCases.flatMap { kind -> [RatedSummary] in
                guard let months = settings.whole(kind.every) else { return [] }
                let own = returns.filter { $0.value.instrument == kind.instrument }
                return RatedMeasure.summaries(of: own, least: least, months: months, on: session.today)
            }
            return MeasureSheet(team: team.code, least: least, summaries: summaries.sorted { $0.slot < $1.slot })
        }
    }
}

extension SiteSession {
    /// Refuses somebody whom a measure does not rate in a team. A team whose posts name nobody of the kind takes anyone:
    /// an expert may be known to the network alone.
    func checkRated(_ about: StaffCode?, by kind: StaffMeasureKind, in team: TeamCode) throws {
        guard let about else { return }
        let rated = Set(try staff(of: team).filter { kind.rated.contains($0.role) }.map(\.staff))
        guard !rated.isEmpty, !rated.contains(about) else { return }
        throw PracticeFault.unknownColleague(about, known: rated.sorted())
    }
}
