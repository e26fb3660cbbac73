import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Who works in the teams that the asker looks after, with trainings and with what runs out.
    /// - Throws: ``PracticeFault``.
    package func staffSheet(at code: SiteCode) async throws -> StaffSheet {
        try await withSite(code, for: .recordTeam, access: .readOnly, isolation: .repeatableRead) { session in
            let teams = try await session.teamsInPlay(on: session.today)
            return StaffSheet(
                site: session.site.name, day: session.today,
                teams: teams.map { StaffSheet.Team($0) }.sorted { $0.code < $1.code })
        }
    }
}

extension StaffSheet.Team {
    fileprivate init(_ team: TeamInPlay) {
        let day = team.day
        let held = team.situation.staff.filter { $0.through.map { day <= $0 } ?? true }
        code = team.team.code
        licence = LicenceStanding(team.situation.facts, agreedBy: day).licence(on: day)
        posts = held.sorted { ($0.staff, $0.from) < ($1.staff, $1.from) }.map { StaffSheet.Post($0, in: team) }
        let last = day.adding(days: StaffSheet.warnings.max() ?? 0)
        terms = StaffSheet.Team.terms(posts, licence).filter { $0.on <= last }.sorted {
            ($0.on, $0.what) < ($1.on, $1.what)
        }
    }

    private static func terms(
        _ posts: [StaffSheet.Post], _ licence: LicenceStanding.Licence
    ) -> [StaffSheet.Term] {
        var terms: [StaffSheet.Term] = []
        switch licence {
        case .held(let through), .expired(let through): terms.append(.init(what: "The licence", on: through))
        case .begins, .none: break
        }
        for one in posts {
            let who = "\(one.post.staff), \(one.post.role.rawValue.replacing("-", with: " "))"
            if let last = one.post.through { terms.append(.init(what: "The post of \(who)", on: last)) }
            terms += one.trainings.compactMap { needed in
                guard needed.completedOn == nil, let due = needed.dueOn else { return nil }
                return .init(what: "‘\(needed.title)’ of \(who)", on: due)
            }
        }
        return terms
    }
}

extension StaffSheet.Post {
    fileprivate init(_ post: StaffPost, in team: TeamInPlay) {
        self.post = post
        trainings = team.rules.model.trainings.filter { $0.roles.contains(post.role) }.map { requirement in
            StaffSheet.Needed(
                title: requirement.title,
                completedOn: team.situation.facts.completed(requirement.kind, by: post.staff, on: team.day),
                dueOn: team.situation.due(requirement, of: post, with: team.rules.settings))
        }
    }
}
