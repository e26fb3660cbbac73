import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// Which families are listed.
package struct FamilyQuestion: Hashable, Sendable {
    /// Only this team's; nil for all that the asker reaches.
    package var team: TeamCode?
    /// Only those of these lead therapists; nil for all.
    package var therapists: Set<StaffCode>?
    /// Only those whose reference or name has this in it; nil for all.
    package var text: String?

    /// All that the asker reaches.
    package init() {}
}

/// The families of a day's work, as their reader may see them.
package struct FamilyBoard: Sendable {
    /// The day.
    package let day: CivilDate
    /// The families, those that press most first.
    package let families: [FamilyRow]
    /// Whether there are more than were read: a team must be chosen.
    package let isCut: Bool
    /// The codes of the site's teams that the asker reaches, or has a family in.
    package let teams: [TeamCode]
    /// How the teams that were asked for stand; empty where nobody asked.
    package let work: [TeamWork]
    /// Who stands in for whom on the day and in the weeks after it; empty where nobody asked how the teams stand.
    package let covers: [Covers.Cover]
}

/// How a team stands on a day.
package struct TeamWork: Sendable {
    /// Somebody in post, with how many families they have.
    package struct Post: Hashable, Sendable {
        /// Who.
        package let staff: StaffCode
        /// With which share of a full-time post.
        package let fte: FTE
        /// How many open families they lead.
        package let families: Int
    }

    /// The team.
    package let code: TeamCode
    /// Its therapists in post on the day, by code.
    package let posts: [Post]
    /// Open families that nobody is named for.
    package let unallocated: [FamilyRow]
    /// Families whose weekly summary was due by the day.
    package let waiting: [FamilyRow]
    /// What the team owes, in the order in which it is due, with what people call it.
    package let due: [FamilyRow.Due]
    /// What somebody should look at in it, the most pressing first.
    package let alerts: [Alert]
}

extension Practice {
    /// The most episodes that one list is made from.
    private static let mostFamilies = 500
    /// How many days ahead the list of a team tells who stands in for whom.
    private static let coverAhead = 28

    /// The families that the asker reaches, as a day's work: what is owed first, and who has been seen when.
    /// - Parameters:
    ///   - withTeams: whether to tell how the teams stand too.
    ///   - day: nil for today at the site.
    package func familyBoard(
        _ question: FamilyQuestion, withTeams: Bool = false, at code: SiteCode, on day: CivilDate? = nil
    ) async throws -> FamilyBoard {
        try await withSite(
            code, for: .showEpisode, access: .readOnly, isolation: .repeatableRead
        ) { session in
            let day = day ?? session.today
            let team = try question.team.map { try session.team($0).id }
            let found = try await session.episodesInPlay(of: team, on: day, after: nil, atMost: Self.mostFamilies + 1)
            let episodes = (found?.episodes ?? []).filter { team == nil || $0.assignment(on: day)?.team == team }
            let names = try await session.names(of: episodes)
            let uncommented = withTeams ? try await session.uncommented(episodes) : [:]
            let all = episodes.map { episode in
                var row = FamilyRow(episode, named: names[episode.id], at: session, on: day)
                row.uncommented = uncommented[episode.id] ?? []
                return row
            }.sorted { $0.isBefore($1) }
            let rows = all.filter { $0.isMeant(by: question) }
            session.looks.rows(withTeams ? all.count : rows.count)
            let teams = withTeams ? try await session.teamsInPlay(question.team, on: day) : []
            return FamilyBoard(
                day: day, families: rows, isCut: (found?.episodes.count ?? 0) > Self.mostFamilies,
                teams: session.site.teams.filter { team in
                    session.reaches(team) || all.contains { $0.team == team.code }
                }.map(\.code),
                work: teams.map { TeamWork($0, all, on: day) },
                covers: withTeams
                    ? try await Covers.between(
                        day, day.adding(days: Self.coverAhead), at: session.site.id, in: session.transaction) : [])
        }
    }
}

extension SiteSession {
    /// The names of the children of some episodes, as far as they are kept and the asker may see them.
    func names(of episodes: [EpisodeInPlay]) async throws -> [EpisodeID: String] {
        guard aspects.contains(.identity), !episodes.isEmpty else { return [:] }
        let children = Set(episodes.map { PersonID(child: $0.facts.referral.child) })
        let known = try await store.vault.particulars(of: children.sorted(), site: site.id, in: transaction)
        var names: [EpisodeID: String] = [:]
        for episode in episodes {
            names[episode.id] = known[PersonID(child: episode.facts.referral.child)]?.name
        }
        return names
    }
}

extension FamilyRow {
    /// Whether its therapist is asked for, and a text is part of the reference or the name.
    fileprivate func isMeant(by question: FamilyQuestion) -> Bool {
        if let therapists = question.therapists, !therapists.contains(where: { $0 == therapist }) { return false }
        guard let wanted = question.text?.lowercased() else { return true }
        return [ref?.text, name].contains { $0?.lowercased().contains(wanted) ?? false }
    }

    /// What presses more comes first, then what is due earlier, then what is longer in treatment.
    fileprivate func isBefore(_ other: FamilyRow) -> Bool {
        if place != other.place { return place < other.place }
        let (own, others) = (due.first?.dueOn, other.due.first?.dueOn)
        if own != others { return own.map { own in others.map { own < $0 } ?? true } ?? false }
        if week != other.week { return (other.week?.number ?? 0) < (week?.number ?? 0) }
        return (ref?.text ?? "", id) < (other.ref?.text ?? "", other.id)
    }
}

extension TeamWork {
    fileprivate init(_ team: TeamInPlay, _ families: [FamilyRow], on day: CivilDate) {
        let own = families.filter { $0.team == team.team.code }
        code = team.team.code
        unallocated = own.filter { $0.therapist == nil && $0.closedOn == nil }
        waiting = own.filter { $0.due.contains { $0.isSummary && $0.dueOn <= day } }
        posts = team.situation.posts(on: team.day).filter { $0.role == .therapist }.map {
            Post(staff: $0.staff, fte: $0.fte, families: team.situation.caseload[$0.staff] ?? 0)
        }
        due = team.obligations.filter { $0.standing == .open }.map {
            FamilyRow.Due(
                title: team.rules.model.title(of: $0.kind),
                about: SubjectLabel(role: .family, number: nil, participant: nil),
                dueOn: $0.dueOn, isSummary: false)
        }
        alerts = team.alerts
    }
}
