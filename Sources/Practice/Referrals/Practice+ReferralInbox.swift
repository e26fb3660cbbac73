import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// The referrals of a site that wait for a decision, a therapist or the first session, the oldest first.
    /// - Throws: ``PracticeFault``.
    package func referralInbox(at code: SiteCode) async throws -> ReferralInbox {
        try await withSite(code, for: .showReferrals, access: .readOnly, isolation: .repeatableRead) { session in
            let referrals = try await session.waitingReferrals()
            session.looks.rows(referrals.count)
            let own = [session.actor.recordedBy, session.actor.onBehalfOf].compactMap { $0 }
            return ReferralInbox(
                site: session.site.name, day: session.today, own: Set(own), referrals: referrals)
        }
    }

    /// One referral with what a decision about it stands on.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)``.
    package func referral(_ ref: EpisodeRef, at code: SiteCode) async throws -> ReferralSheet {
        try await withSite(
            code, for: .showReferrals, at: .episode(ref), access: .readOnly, isolation: .repeatableRead
        ) { session in
            let state = try await session.episode(ref)
            guard let facts = state.history.facts, let rules = try session.rules.pinned(state) else {
                throw PracticeFault.unknownEpisode(ref)
            }
            let child = PersonID(child: facts.referral.child)
            let names = try await session.store.vault.particulars(
                of: [child], site: session.site.id, in: session.transaction)
            let team = session.code(of: facts.assignment?.team)
            var caseloads: [ReferralSheet.Caseload] = []
            if let team {
                caseloads =
                    try await session.teamsInPlay(team, on: session.today).first?.caseloads(on: session.today) ?? []
            }
            return ReferralSheet(
                site: session.site.name, day: session.today, ref: ref, name: names[child]?.name,
                version: state.history.head, model: rules.model, team: team, facts: session.shown(facts),
                models: try session.enabledModels().filter { models.newest($0) != nil }.map {
                    try session.rules.beginning($0, on: facts.referredOn).model
                }, caseloads: caseloads, owners: try await OwnerBook(session).history(of: state.id),
                staff: try session.staffToday())
        }
    }
}

extension SiteSession {
    /// Every referral that waits for something, the oldest first.
    fileprivate func waitingReferrals() async throws -> [WaitingReferral] {
        var listing = EpisodeListing(atMost: 500)
        listing.isWaiting = true
        var ids: [EpisodeID] = []
        while true {
            let part = try await store.list(listing, site: site.id, transaction)
            ids += part.map(\.id)
            guard part.count == listing.most, let last = part.last?.id else { break }
            listing.last = last
        }
        let states = try await store.load(ids, in: EpisodeStream.self, site: site.id, transaction)
        let children = states.values.compactMap { $0.history.facts?.referral.child }.map { PersonID(child: $0) }
        let known = try await store.vault.particulars(of: children, site: site.id, in: transaction)
        let supervisors = try await supervisors()
        let owned = try await OwnerBook(self).owners(of: ids)
        return try states.values.compactMap { state in
            guard let facts = state.history.facts, let step = WaitingReferral.Step(of: facts),
                let rules = try rules.pinned(state)
            else { return nil }
            let team = code(of: facts.assignment?.team)
            let name = known[PersonID(child: facts.referral.child)]?.name
            let therapist = facts.assignment?.therapist
            return WaitingReferral(
                id: state.id, ref: facts.referral.ref, name: name, version: state.history.head, model: rules.model,
                team: team, source: facts.referral.source, referredOn: facts.referredOn,
                profile: facts.referral.profile, step: step,
                owners: step == .beginning ? [therapist].compactMap { $0 } : team.flatMap { supervisors[$0] } ?? [],
                owner: step.needsOwner ? owned[state.id] : nil, gaps: facts.referral.gaps(hasName: name != nil))
        }.sorted { ($0.referredOn, $0.id) < ($1.referredOn, $1.id) }
    }

    /// Who supervises each team today: its supervisors in post, or those who stand in for the post, and whoever covers for
    /// one of them.
    private func supervisors() async throws -> [TeamCode: [StaffCode]] {
        let covers = try await Covers.between(today, today, at: site.id, in: transaction)
        var found: [TeamCode: [StaffCode]] = [:]
        for team in try rules.configuration().teams {
            let posts = team.staff.filter { $0.role.supervises && $0.covers(today) }
            let own = posts.filter { $0.role == .supervisor }
            let held = Set((own.isEmpty ? posts : own).map(\.staff))
            found[team.code] = held.union(covers.filter { held.contains($0.standsInFor) }.map(\.by)).sorted()
        }
        return found
    }
}

extension Referral {
    /// What of the referral is not on record.
    fileprivate func gaps(hasName: Bool) -> [WaitingReferral.Gap] {
        let known: [(WaitingReferral.Gap, Bool)] = [
            (.name, hasName), (.birthMonth, profile.birthMonth != nil), (.sex, profile.sex != nil),
            (.source, source != nil), (.authority, profile.responsibleAuthority != nil),
        ]
        return known.filter { !$0.1 }.map(\.0)
    }
}
