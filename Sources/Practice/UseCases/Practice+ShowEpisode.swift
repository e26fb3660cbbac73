import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites

/// An episode as it stands on a day: what it runs under, where it is, what runs in it and what is owed.
package struct EpisodeSheet: Sendable {
    /// A tracker about somebody, and where it stands.
    package struct Standing: Hashable, Sendable {
        /// The tracker.
        package let tracker: Tracker
        /// Whom it is about.
        package let about: FactSubject
        /// The state.
        package let state: TrackerStateKey
        /// Since when; nil for where it began.
        package let since: CivilDate?
    }

    /// The episode.
    package let id: EpisodeID
    /// Where its record ends: the version of what is on record.
    package let version: StreamSeq
    /// The codes of the site's teams.
    package let teams: [TeamID: TeamCode]
    /// The model, in the version that it is pinned to on the day.
    package let model: any InterventionModel
    /// The version of the site's settings that it is pinned to.
    package let settings: SettingsVersion
    /// The day of which it has the values of those settings.
    package let settingsDay: CivilDate
    /// The team that has it.
    package let team: TeamCode?
    /// The day.
    package let day: CivilDate
    /// All that is on record.
    package let facts: EpisodeFacts
    /// The trackers of everybody whom they are about.
    package let trackers: [Standing]
    /// What social care provided for the child in spells that had begun by the day, in order. What ended later is given
    /// as lasting.
    package let provision: [ProvisionSpell]
    /// The child's death, when it had come by the day.
    package let death: DatedDeath?
    /// What is owed and open, in the order in which it is due.
    package let obligations: [Obligation]
    /// What somebody should look at, the most pressing first.
    package let alerts: [Alert]
}

extension Practice {
    /// An episode of a site, on a day.
    /// - Parameter day: nil for today at the site.
    /// - Throws: ``PracticeFault/unknownEpisode(_:)``.
    package func episode(_ ref: EpisodeRef, at code: SiteCode, on day: CivilDate? = nil) async throws -> EpisodeSheet {
        try await withSite(
            code, for: .showEpisode, at: .episode(ref), access: .readOnly, isolation: .repeatableRead
        ) { session in
            try await session.sheet(of: ref, on: day).sheet
        }
    }
}

extension SiteSession {
    /// An episode as it stands on a day, the rules that it is pinned to then, what is on record of its child, and its events.
    /// - Parameter day: nil for today at the site.
    func sheet(
        of ref: EpisodeRef, on day: CivilDate?
    ) async throws -> (
        sheet: EpisodeSheet, inPlay: EpisodeInPlay, child: ChildFacts?, state: StreamState<EpisodeStream>
    ) {
        let state = try await episode(ref)
        let day = day ?? today
        guard let facts = state.history.facts, let pin = state.pin(on: day) else {
            throw PracticeFault.unknownEpisode(ref)
        }
        guard facts.referredOn <= day else {
            throw PracticeFault.notYetReferred(ref, on: day, referred: facts.referredOn)
        }
        let rules = try self.rules.pinned(pin.envelope, on: pin.since)
        let child = try await store.load(
            facts.referral.child, in: ChildStream.self, site: site.id, knownAt: knownAt, transaction)?.history.facts
        let episode = EpisodeInPlay(id: state.id, facts: facts, rules: rules, diedOn: child?.death?.on)
        let sheet = EpisodeSheet(
            id: state.id, version: state.history.head,
            teams: Dictionary(site.teams.map { ($0.id, $0.code) }) { first, _ in first },
            model: rules.model, settings: rules.settings.version, settingsDay: pin.since,
            team: code(of: episode.assignment(on: day)?.team), day: day, facts: shown(facts),
            trackers: standings(of: rules.model.trackers, in: facts, on: day),
            provision: provision(of: child, by: day),
            death: child?.death.flatMap { $0.on <= day ? $0 : nil }, obligations: episode.open(on: day),
            alerts: episode.alerts(on: day)
        )
        return (sheet, episode, child, state)
    }

    private func provision(of child: ChildFacts?, by day: CivilDate) -> [ProvisionSpell] {
        (child?.provision ?? []).filter { $0.startedOn <= day }.map { spell in
            var spell = spell
            if let ended = spell.endedOn, day < ended { spell.endedOn = nil }
            return spell
        }
    }

    private func standings(
        of trackers: [Tracker], in facts: EpisodeFacts, on day: CivilDate
    ) -> [EpisodeSheet.Standing] {
        trackers.flatMap { tracker in
            facts.subjects(of: tracker.about, on: day).map { subject in
                let last = facts.trackerSpells.last {
                    $0.tracker == tracker.key && $0.about == subject && $0.from <= day
                }
                return EpisodeSheet.Standing(
                    tracker: tracker, about: subject, state: last?.state ?? tracker.start, since: last?.from
                )
            }
        }
    }
}
