import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// What is on record of a child over all episodes.
package struct ChildSheet: Hashable, Sendable {
    /// The child.
    package let id: ChildID
    /// Where the record ends: its version.
    package let version: StreamSeq
    /// The facts.
    package let facts: ChildFacts
}

/// What is on record of a team, without what raters returned, which is told as figures alone.
package struct TeamSheet: Hashable, Sendable {
    /// The team.
    package let code: TeamCode
    /// Where the record ends: its version.
    package let version: StreamSeq
    /// The facts.
    package let facts: TeamFacts
    /// The site's references of the episodes that were discussed, as far as the asker reaches them.
    package let refs: [EpisodeID: EpisodeRef]
}

/// An event of the record that a correction may name.
package struct EventLine: Hashable, Sendable {
    /// Its place in the stream.
    package let seq: StreamSeq
    /// The day it happened on.
    package let on: CivilDate
    /// What it records.
    package let name: EventName
    /// What it says. Texts are told apart by their ids.
    package let payload: PayloadValue
    /// Whether it was withdrawn.
    package let isWithdrawn: Bool
}

/// The events of a stream that stand or were withdrawn, each as it is now.
package struct EventSheet: Hashable, Sendable {
    /// Whose they are.
    package let place: WrittenOnce.Place
    /// Where the record ends: its version.
    package let version: StreamSeq
    /// The events, in the order in which they were recorded.
    package let events: [EventLine]
}

/// What a model records of an episode, and the modules, with the texts opened.
package struct FactSheet: Sendable {
    /// The episode.
    package let id: EpisodeID
    /// Where its record ends: its version.
    package let version: StreamSeq
    /// The facts, in the order of the timeline.
    package let facts: [DatedFact]
    /// Who takes part besides the child.
    package let participants: [ParticipantSpell]
    /// The modules, by first day.
    package let modules: [ModuleRun]
    /// The texts, opened; a text that was erased is missing.
    package let texts: [NarrativeID: String]
}

extension Practice {
    /// What is on record of a child over all episodes.
    /// - Throws: ``RetentionFault`` `unknownChild`, ``PracticeFault``.
    package func child(_ naming: ChildNaming, at code: SiteCode) async throws -> ChildSheet {
        try await withSite(code, for: .showEpisode, at: .named(naming), access: .readOnly) { session in
            let state = try await session.childState(naming)
            guard let facts = state.history.facts else { throw RetentionFault.unknownChild(naming) }
            return ChildSheet(id: state.id, version: state.history.head, facts: facts)
        }
    }

    /// What is on record of a team, for whoever records there.
    /// - Throws: ``PracticeFault``.
    package func team(_ code: TeamCode, at site: SiteCode) async throws -> TeamSheet {
        try await withSite(site, for: .recordTeam, at: .team(code), access: .readOnly) { session in
            let state = try await session.teamState(code)
            guard var facts = state.history.facts else {
                throw PracticeFault.unknownTeam(code, known: session.site.teams.map(\.code))
            }
            facts.withholdReturns()
            let discussed = (facts.supervisions + facts.consultations + facts.boosters).flatMap(\.value.episodes)
            return TeamSheet(
                code: code, version: state.history.head, facts: facts, refs: try await session.refs(of: discussed))
        }
    }

    /// The events of an episode, as a correction names them. Interviews are for those alone who see scores, and a fact that
    /// the model restricts for the episode's own therapist and supervisor.
    /// - Throws: ``PracticeFault``.
    package func events(of ref: EpisodeRef, at code: SiteCode) async throws -> EventSheet {
        try await withSite(code, for: .showEpisode, at: .episode(ref), access: .readOnly) { session in
            let state = try await session.episode(ref)
            let hidden = try session.hiddenKinds(in: state)
            return EventSheet(state, at: .episode(state.id)) { event in
                switch event {
                case .interviewRecorded: session.aspects.contains(.scores)
                case .factRecorded(let fact, _, _): !hidden.contains(fact.kind)
                default: true
                }
            }
        }
    }

    /// The events of a child, as a correction names them.
    /// - Throws: ``RetentionFault`` `unknownChild`, ``PracticeFault``.
    package func events(of naming: ChildNaming, at code: SiteCode) async throws -> EventSheet {
        try await withSite(code, for: .showEpisode, at: .named(naming), access: .readOnly) { session in
            let state = try await session.childState(naming)
            return EventSheet(state, at: .child(state.id)) { _ in true }
        }
    }

    /// The events of a team, as a correction names them, without what raters returned.
    /// - Throws: ``PracticeFault``.
    package func events(of team: TeamCode, at code: SiteCode) async throws -> EventSheet {
        try await withSite(code, for: .recordTeam, at: .team(team), access: .readOnly) { session in
            let state = try await session.teamState(team)
            return EventSheet(state, at: .team(state.id)) { $0.name != .measureReturned }
        }
    }

    /// What the model records of an episode, with its texts.
    /// - Throws: ``PracticeFault``.
    package func facts(of ref: EpisodeRef, at code: SiteCode) async throws -> FactSheet {
        try await withSite(code, for: .showEpisode, at: .episode(ref), access: .readOnly) { session in
            let state = try await session.episode(ref)
            guard let facts = state.history.facts else { throw PracticeFault.unknownEpisode(ref) }
            let hidden = try session.hiddenKinds(in: state)
            let shown = facts.facts.filter { !hidden.contains($0.fact.kind) }
            var texts: [NarrativeID: String] = [:]
            if session.aspects.contains(.narrative) {
                let references = shown.flatMap(\.fact.narratives) + facts.moduleRuns.compactMap(\.override?.narrative)
                for sealed in references.compactMap({ SealedNarrative($0) }) {
                    texts[sealed.id] = try await session.store.vault.read(
                        sealed, site: session.site.id, in: session.transaction)
                }
            }
            return FactSheet(
                id: state.id, version: state.history.head, facts: shown, participants: facts.participants,
                modules: facts.moduleRuns, texts: texts)
        }
    }
}

extension RecordedFact {
    /// The texts that its fields refer to.
    var narratives: [NarrativeReference] {
        fields.sorted { $0.key < $1.key }.compactMap { _, value in
            if case .narrative(let reference) = value { reference } else { nil }
        }
    }
}

extension EventSheet {
    fileprivate init<Stream: StoredStream>(
        _ state: StreamState<Stream>, at place: WrittenOnce.Place, _ isShown: (Stream.Event) -> Bool
    ) {
        func lines(_ events: [Recorded<Stream.Event>], isWithdrawn: Bool) -> [EventLine] {
            events.filter { isShown($0.event) }.map { recorded in
                EventLine(
                    seq: recorded.seq, on: recorded.occurredOn, name: recorded.event.name,
                    payload: recorded.event.payload(), isWithdrawn: isWithdrawn)
            }
        }
        let (standing, withdrawn) = (state.history.standing, state.history.withdrawn)
        self.init(
            place: place, version: state.history.head,
            events: (lines(standing, isWithdrawn: false) + lines(withdrawn, isWithdrawn: true)).sorted {
                $0.seq < $1.seq
            })
    }
}

extension SiteSession {
    /// The kinds of facts that the asker does not see.
    fileprivate func hiddenKinds(in state: StreamState<EpisodeStream>) throws -> Set<FactKind> {
        hiddenKinds(of: try rules.next(in: state).model)
    }

    /// The site's references of episodes, as far as they have any and the asker reaches them.
    func refs(of episodes: [EpisodeID]) async throws -> [EpisodeID: EpisodeRef] {
        let rows = try await transaction.query(
            """
            SELECT episode_id, ref::text FROM record.episode
            WHERE site_id = \(site.id.number) AND episode_id = ANY (\(episodes.map(\.bound))) AND ref IS NOT NULL
            """)
        var refs: [EpisodeID: EpisodeRef] = [:]
        for row in rows {
            let (id, ref) = try row.decode(UUIDBytes.self, String.self)
            refs[EpisodeID(id)] = EpisodeRef(ref)
        }
        return refs
    }
}
