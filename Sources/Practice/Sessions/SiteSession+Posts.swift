import CivilDate
import Intervention
import Reporting
import Sites

extension SiteSession {
    /// The posts of therapists in the teams that a report is about, up to the day it is at its time of knowledge, by
    /// the configuration that was applied last by then.
    func therapistPosts(for request: ReportRequest) async throws -> TherapistPosts {
        guard request.scope.authority == nil else { return .unknown(.ofAuthority) }
        let wanted: ModelID? = if case .one(let id) = request.scope.models { id } else { nil }
        let teams = try await configuration(knownAt: request.knownAt)?.teams.filter { team in
            (request.scope.team ?? team.code) == team.code && (wanted ?? team.model) == team.model
                && team.startedOn <= request.period.through
        }
        guard let teams, !teams.isEmpty else { return .unknown(.notStated([])) }
        let silent = teams.filter { !$0.staff.contains { $0.role == .therapist } }.map(\.code)
        guard silent.isEmpty else { return .unknown(.notStated(silent)) }
        let today = site.day(of: request.moment)
        let days = Dictionary(grouping: teams, by: \.model).mapValues { teams in
            PostDays(of: teams.flatMap(\.staff), in: request.period, upTo: today)
        }
        return .known(days)
    }
}
