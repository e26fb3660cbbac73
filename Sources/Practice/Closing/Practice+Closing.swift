import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// What closing a family stands on today.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)``.
    package func closingSheet(of ref: EpisodeRef, at code: SiteCode) async throws -> ClosingSheet {
        try await withSite(
            code, for: .showEpisode, at: .episode(ref), access: .readOnly, isolation: .repeatableRead
        ) { session in
            let state = try await session.episode(ref)
            guard let facts = state.history.facts, let rules = try session.rules.pinned(state) else {
                throw PracticeFault.unknownEpisode(ref)
            }
            let child = try await session.store.load(
                facts.referral.child, in: ChildStream.self, site: session.site.id, session.transaction)
            let person = PersonID(child: facts.referral.child)
            let known = try await session.store.vault.particulars(
                of: [person], site: session.site.id, in: session.transaction)
            let episode = EpisodeInPlay(id: state.id, facts: facts, rules: rules)
            return ClosingSheet(
                site: session.site.name, day: session.today, ref: ref, name: known[person]?.name,
                version: state.history.head, model: rules.model,
                stay: facts.startedOn.map { DayCount($0.days(until: session.today)) },
                reasons: rules.model.closureReasons.map { rules.judged($0, of: facts, on: session.today) },
                outcomes: rules.model.outcomes.map { outcome in
                    .init(
                        definition: outcome, evidence: child?.history.facts?.evidence(of: outcome.key, in: facts) ?? [])
                }, owed: episode.open(on: session.today), closing: facts.closing)
        }
    }

    /// The outcomes that a family is asked about after closing.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)``.
    package func followUpOutcomes(of ref: EpisodeRef, at code: SiteCode) async throws -> [OutcomeDefinition] {
        try await withSite(code, for: .showEpisode, at: .episode(ref), access: .readOnly) { session in
            let rules = try session.rules.pinned(try await session.episode(ref))
            return (rules?.model.outcomes ?? []).filter { $0.role == .ultimate }
        }
    }

    /// The follow-ups that are owed after closing, with whom to ring and how often it was tried.
    /// - Throws: ``PracticeFault``.
    package func followUpsDue(at code: SiteCode) async throws -> FollowUpList {
        try await withSite(code, for: .showEpisode, access: .readOnly, isolation: .repeatableRead) { session in
            let due = try await session.followUpsDue()
            session.looks.rows(due.count)
            return FollowUpList(site: session.site.name, day: session.today, due: due)
        }
    }
}

extension SiteSession {
    fileprivate func followUpsDue() async throws -> [FollowUpList.Due] {
        var closed: [EpisodeInPlay] = []
        var last: EpisodeID?
        while let part = try await episodesInPlay(on: today, after: last, atMost: 500) {
            closed += part.episodes.filter { $0.facts.closing != nil }
            last = part.last
        }
        let owed = closed.flatMap { episode in
            episode.obligations(on: today).ahead.filter { $0.kind == .followUp }.map { (episode, $0) }
        }
        let children = owed.map { $0.0.facts.referral.child }
        let contacts = try await contacts(of: Array(Set(children)))
        let versions = try await versions(of: owed.map(\.0.id))
        return owed.compactMap { episode, obligation -> FollowUpList.Due? in
            guard let ref = episode.facts.referral.ref, let month = FollowUpMonth(rawValue: obligation.ordinal) else {
                return nil
            }
            let family = contacts[episode.facts.referral.child] ?? []
            return FollowUpList.Due(
                id: episode.id, ref: ref, version: versions[episode.id] ?? .beforeFirst,
                name: family.first { $0.relation == nil }?.name, therapist: episode.assignment(on: today)?.therapist,
                month: month, dueOn: obligation.dueOn, lastOn: obligation.closesOn?.adding(days: -1),
                isOpen: obligation.standing == .open, attempts: obligation.attempts,
                outcomes: episode.rules.model.outcomes.filter { $0.role == .ultimate },
                contacts: family.filter { $0.relation != nil })
        }.sorted { ($0.dueOn, $0.ref) < ($1.dueOn, $1.ref) }
    }
}

extension Rulebook {
    /// What the model says of a reason for closing today.
    fileprivate func judged(
        _ reason: ClosureReason, of facts: EpisodeFacts, on day: CivilDate
    ) -> ClosingSheet.Reason {
        do {
            let advice = try model.review(.close(Closing(reason: reason.id)), of: facts, with: settings, on: day)
            return .init(reason: reason, advice: advice.map(\.sentence), refusal: nil)
        } catch {
            return .init(reason: reason, advice: [], refusal: error.description)
        }
    }
}

extension ChildFacts {
    /// What is on record of the child and bears on an outcome: codes and days.
    fileprivate func evidence(of outcome: OutcomeKey, in episode: EpisodeFacts) -> [String] {
        let start = episode.startedOn ?? episode.referredOn
        switch outcome {
        case .atHome:
            return placements.suffix(1).map {
                "last place on record: \($0.placement.setting.rawValue), since \($0.startedOn)"
            }
        case .inSchoolOrWork:
            return schooling.suffix(1).map { "last status on record: \($0.status.rawValue), since \($0.from)" }
        case .noNewArrests:
            let during = offences.filter { start <= $0.on }
            return ["offences on record since \(start): \(during.count)"]
        default: return []
        }
    }
}
