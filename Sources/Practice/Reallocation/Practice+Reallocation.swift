import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// The open families of a therapist, with what would come of giving some of them to another of the team. Each is then
    /// given by an allocation of its own.
    /// - Throws: ``PracticeFault``.
    package func reallocation(_ wish: ReallocationWish, at code: SiteCode) async throws -> ReallocationSheet {
        try await withSite(
            code, for: .reallocate, at: .team(wish.team), access: .readOnly, isolation: .repeatableRead
        ) { session in
            let (team, day) = (try session.team(wish.team), wish.day ?? session.today)
            let inPlay = try await session.teamsInPlay(wish.team, on: session.today).first
            let held = try await session.families(of: wish.from, in: team)
            let names = try await session.names(of: held)
            let states = try await session.store.load(
                held.map(\.id), in: EpisodeStream.self, site: session.site.id, session.transaction)
            let obstacles = try await session.obstacles(to: wish, team, states, on: day)
            let families = held.compactMap { episode -> ReallocationSheet.Family? in
                guard let ref = episode.facts.referral.ref, let state = states[episode.id] else { return nil }
                return ReallocationSheet.Family(
                    ref: ref, name: names[episode.id], version: state.history.head,
                    week: episode.facts.startedOn.flatMap { TreatmentWeek(of: session.today, since: $0) },
                    isChosen: wish.families.contains(ref), obstacle: obstacles[episode.id])
            }.sorted { $0.ref < $1.ref }
            session.looks.rows(families.count)
            let count = families.count { $0.isChosen && $0.obstacle == nil }
            return ReallocationSheet(
                site: session.site.name, day: day, wish: wish, families: families,
                others: inPlay?.caseloads(on: session.today).filter { $0.staff != wish.from } ?? [],
                advice: inPlay?.advice(moving: count, by: wish) ?? [])
        }
    }
}

extension SiteSession {
    /// The open families that somebody leads in a team.
    fileprivate func families(of staff: StaffCode, in team: Site.Team) async throws -> [EpisodeInPlay] {
        try await openFamilies(on: today).filter { episode in
            let assignment = episode.assignment(on: today)
            return assignment?.team == team.id && assignment?.therapist == staff
        }
    }

    /// What is in the way of each of the chosen families; those that can go are missing from the answer.
    fileprivate func obstacles(
        to wish: ReallocationWish, _ team: Site.Team, _ states: [EpisodeID: StreamState<EpisodeStream>],
        on day: CivilDate
    ) async throws -> [EpisodeID: ReallocationSheet.Obstacle] {
        guard let new = wish.to else { return [:] }
        let closed = try await Bars.episodes(closedTo: new, at: site.id, in: transaction)
        let isInPost = try staff(of: team.code).contains { $0.staff == new && $0.role.holdsCases && $0.covers(day) }
        var obstacles: [EpisodeID: ReallocationSheet.Obstacle] = [:]
        for (id, state) in states {
            guard let ref = state.history.facts?.referral.ref, wish.families.contains(ref) else { continue }
            if closed.contains(id) {
                obstacles[id] = .barred
            } else if !isInPost {
                obstacles[id] = .noPost
            } else {
                obstacles[id] = try refusal(of: Allocation(team: team.id, therapist: new), to: state, on: day)
            }
        }
        return obstacles
    }

    /// What the record would say against an allocation; nil when nothing.
    private func refusal(
        of allocation: Allocation, to state: StreamState<EpisodeStream>, on day: CivilDate
    ) throws -> ReallocationSheet.Obstacle? {
        let rules = try rules.next(in: state)
        do throws(Refusal) {
            _ = try Engine.decide(.allocate(allocation), on: day, after: state.history, under: rules, today: today)
            return nil
        } catch {
            return .refused(error)
        }
    }
}

extension TeamInPlay {
    /// Those who can be given families on a day, with how many they have; those with most room first.
    func caseloads(on day: CivilDate) -> [ReferralSheet.Caseload] {
        let most = rules.settings.whole(.caseloadMost)
        let posts = situation.posts(on: day).filter { $0.role == .therapist }
        return posts.map { post in
            ReferralSheet.Caseload(
                staff: post.staff, families: situation.caseload[post.staff] ?? 0,
                most: most.map { $0 * post.fte.hundredths / FTE.full.hundredths })
        }.sorted { one, other in
            let (room, others) = ((one.most ?? .max) - one.families, (other.most ?? .max) - other.families)
            return room == others ? one.staff < other.staff : others < room
        }
    }

    /// What the model would say of whoever gets families, and does not say today.
    fileprivate func advice(moving count: Int, by wish: ReallocationWish) -> [String] {
        guard let new = wish.to, count > 0 else { return [] }
        var after = situation
        after.caseload[wish.from, default: 0] -= count
        after.caseload[new, default: 0] += count
        let known = Set(alerts.map(\.sentence))
        return rules.model.alerts(for: after, with: rules.settings, on: day).inOrder.map(\.sentence).filter {
            !known.contains($0) && $0.hasPrefix("\(new) ")
        }
    }
}
