import CivilDate
import EpisodeEngine
import Intervention
import Reporting
import Sites
import Statistics

extension SiteSession {
    /// The teams of the site as a programme review looks at them.
    /// - Parameter period: its last day is the day looked at; today where that is to come.
    func teamReviews(of period: CivilPeriod, asOf today: CivilDate) async throws -> [TeamReview] {
        let day = min(period.through, today)
        var reviews: [TeamReview] = []
        for team in try await teamsInPlay(on: day) { reviews.append(try TeamReview(team, period, on: day)) }
        return reviews
    }
}

extension TeamReview {
    fileprivate init(_ team: TeamInPlay, _ period: CivilPeriod, on day: CivilDate) throws {
        let (situation, facts) = (team.situation, team.situation.facts)
        func held(_ sessions: [Dated<TeamSession>]) -> Int {
            sessions.count { period.from <= $0.on && $0.on <= day }
        }
        var trainings: [Training] = []
        for requirement in team.rules.model.trainings {
            trainings.append(try Training(requirement, of: situation, on: day))
        }
        self.init(
            team.team.code, delivering: team.team.model, families: situation.families,
            unallocated: situation.unallocated,
            posts: StaffRole.allCases.compactMap { Posts($0, in: situation.staff, period, on: day) },
            trainings: trainings,
            sessions: Sessions(
                supervisions: held(facts.supervisions), consultations: held(facts.consultations),
                boosters: held(facts.boosters)))
    }
}

extension TeamReview.Posts {
    /// The posts of a role; nil where nobody holds one or came or left within the period.
    fileprivate init?(_ role: StaffRole, in staff: [StaffPost], _ period: CivilPeriod, on day: CivilDate) {
        let own = staff.filter { $0.role == role }
        let held = own.filter { $0.covers(day) }
        let began = own.count { period.from <= $0.from && $0.from <= day }
        let ended = own.count { post in post.through.map { period.from <= $0 && $0 <= day } ?? false }
        guard !held.isEmpty || began > 0 || ended > 0 else { return nil }
        self.init(
            role: role, people: Set(held.map(\.staff)).count, hundredths: held.reduce(0) { $0 + $1.fte.hundredths },
            began: began, ended: ended)
    }
}

extension TeamReview.Training {
    fileprivate init(_ requirement: TrainingRequirement, of team: TeamSituation, on day: CivilDate) throws {
        let people = Set(team.posts(on: day).filter { requirement.roles.contains($0.role) }.map(\.staff))
        let trained = people.count { team.facts.completed(requirement.kind, by: $0, on: day) != nil }
        guard let completed = Proportion(numerator: trained, denominator: people.count) else {
            throw ReportFault.inexact(.completed)
        }
        self.init(requirement.kind, requirement.title, completed: completed)
    }
}
