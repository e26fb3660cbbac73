import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// Where an episode is asked to move, and why.
package struct EpisodeMoveRequest: Hashable, Sendable {
    /// The version of the model; nil for the newest. An older one than the episode's is only for a mistake.
    package var model: ModelVersion?
    /// The version of the site's settings; nil for those in force. An older one likewise.
    package var settings: SettingsVersion?
    /// The reason in one word.
    package var reason: ModelMove.Reason
    /// The reason in a text, which is sealed; nil when the word is all there is to say.
    package var note: String?

    /// A request.
    package init(
        model: ModelVersion? = nil, settings: SettingsVersion? = nil, because reason: ModelMove.Reason,
        note: String? = nil
    ) {
        self.model = model
        self.settings = settings
        self.reason = reason
        self.note = note
    }
}

/// What a move would change, before anything does.
package struct EpisodeMovePreview: Sendable {
    /// A parameter whose value would be another; nil where a version does not have it.
    package struct Difference: Hashable, Sendable {
        /// The parameter.
        package let key: ParameterKey
        /// The value now.
        package let before: ParameterValue?
        /// The value after the move.
        package let after: ParameterValue?
    }

    /// Names what was shown: a move asks for it.
    package let token: EpisodeMoveToken
    /// What the episode runs under now.
    package let from: ModelEnvelope
    /// What it would run under.
    package let to: ModelEnvelope
    /// The day of the move.
    package let day: CivilDate
    /// The parameters whose values would be others, by key.
    package let differences: [Difference]
    /// What is owed and open now and would not be.
    package let obligationsGone: [Obligation]
    /// What would be owed and open, and is not now.
    package let obligationsNew: [Obligation]
    /// What is to be looked at now and would not be.
    package let alertsGone: [Alert]
    /// What would be to be looked at, and is not now.
    package let alertsNew: [Alert]
    /// The events that would not fit, so that the move would be refused; empty when nothing is in the way.
    package let misfits: [Misfit]
}

extension Practice {
    /// What moving an open episode to other versions would change. Nothing is recorded.
    /// - Throws: ``PracticeFault`` for what is not there, and for an older version without a mistake;
    ///   `Refusal.notMovable` for an episode that is not open or is there already.
    package func preview(
        moving ref: EpisodeRef, at code: SiteCode, _ request: EpisodeMoveRequest
    ) async throws -> EpisodeMovePreview {
        try await withSite(
            code, for: .moveEpisode, at: .episode(ref), access: .readOnly, isolation: .repeatableRead
        ) { session in
            let state = try await session.episode(ref)
            guard let facts = state.history.facts, let pin = state.trail.pin,
                let before = try session.rules.pinned(state)
            else { throw PracticeFault.unknownEpisode(ref) }
            let after = try session.rules(moving: state, request)
            let day = session.today
            let (stays, moves) = (
                EpisodeInPlay(id: state.id, facts: facts, rules: before),
                EpisodeInPlay(id: state.id, facts: facts, rules: after)
            )
            let owed = (obligations: stays.open(on: day), alerts: stays.alerts(on: day))
            let newly = (obligations: moves.open(on: day), alerts: moves.alerts(on: day))
            return EpisodeMovePreview(
                token: session.token(moving: state, to: after), from: pin, to: ModelEnvelope(after), day: day,
                differences: differences(before, after),
                obligationsGone: owed.obligations.filter { !newly.obligations.contains($0) },
                obligationsNew: newly.obligations.filter { !owed.obligations.contains($0) },
                alertsGone: owed.alerts.filter { !newly.alerts.contains($0) },
                alertsNew: newly.alerts.filter { !owed.alerts.contains($0) },
                misfits: try misfits(of: ModelMove(to: after, request, nil), state, under: after, session)
            )
        }
    }

    /// Moves an open episode to other versions, as a preview showed it. All that stands is held against them first.
    /// - Parameter shown: what the preview named itself.
    /// - Returns: advice for the person who moves it.
    /// - Throws: `Refusal` with every event that would not fit; ``PracticeFault/previewOutdated(_:)`` when the move
    ///   would no longer be the one that was shown; ``PracticeFault``.
    @discardableResult
    package func move(
        _ ref: EpisodeRef, at code: SiteCode, _ request: EpisodeMoveRequest, asShown shown: EpisodeMoveToken
    ) async throws -> [Advisory] {
        try await record(for: .moveEpisode, at: code, about: .episode(ref)) { session in
            [try await session.moving(try await session.episode(ref), ref, request, asShown: shown)]
        }
    }

    private func misfits(
        of move: ModelMove, _ state: StreamState<EpisodeStream>, under rules: Rulebook, _ session: SiteSession
    ) throws -> [Misfit] {
        do throws(Refusal) {
            _ = try Engine.decide(
                .move(move), on: session.today, after: state.history, under: rules, today: session.today)
            return []
        } catch {
            guard case .noLongerFits(let misfits) = error else { throw error }
            return misfits
        }
    }

    private func differences(_ before: Rulebook, _ after: Rulebook) -> [EpisodeMovePreview.Difference] {
        let keys = Set(before.model.parameters.map(\.key)).union(after.model.parameters.map(\.key))
        return keys.sorted().compactMap { key in
            let (old, new) = (before.settings.value(key), after.settings.value(key))
            return old == new ? nil : EpisodeMovePreview.Difference(key: key, before: old, after: new)
        }
    }
}

extension SiteSession {
    /// The move of an episode as a preview showed it.
    func moving(
        _ state: StreamState<EpisodeStream>, _ ref: EpisodeRef, _ request: EpisodeMoveRequest,
        asShown shown: EpisodeMoveToken
    ) async throws -> RecordCommand {
        let rules = try rules(moving: state, request)
        guard token(moving: state, to: rules) == shown else { throw PracticeFault.previewOutdated(ref) }
        var narrative: NarrativeReference?
        if let note = request.note { narrative = try await seal(note, of: state) }
        let entry = Engine.Entry(EpisodeCommand.move(ModelMove(to: rules, request, narrative)), on: today)
        let shownHead = state.history.head
        return .record([entry], to: state.id, in: EpisodeStream.self) { state in
            try state.check(shownHead, isSeen: false)
            return rules
        }
    }

    /// The rules that an episode would run under after a move today.
    fileprivate func rules(
        moving state: StreamState<EpisodeStream>, _ request: EpisodeMoveRequest
    ) throws -> Rulebook {
        guard let pin = state.trail.pin else { throw Refusal.notMovable }
        let settings = request.settings ?? site.settings
        guard settings.number >= 1, settings <= site.settings else {
            throw PracticeFault.missingSettings(settings, newest: site.settings)
        }
        let version = try request.model ?? rules.beginning(pin.model, on: today).modelVersion
        guard rules.versions(of: pin.model).contains(version) else {
            throw PracticeFault.noSuchVersion(pin.model, version, known: rules.versions(of: pin.model))
        }
        let target = ModelEnvelope(model: pin.model, version: version, settings: settings)
        guard target != pin else { throw Refusal.notMovable }
        let isOlder = target.version < pin.version || target.settings < pin.settings
        guard !isOlder || request.reason == .mistake else { throw PracticeFault.olderVersion(target, than: pin) }
        return try rules.pinned(target, on: today)
    }

    /// Names a move of an episode to rules today.
    fileprivate func token(moving state: StreamState<EpisodeStream>, to rules: Rulebook) -> EpisodeMoveToken {
        EpisodeMoveToken(events: state.history.head.number, to: ModelEnvelope(rules), on: today)
    }
}

extension ModelMove {
    fileprivate init(to rules: Rulebook, _ request: EpisodeMoveRequest, _ narrative: NarrativeReference?) {
        self.init(
            to: rules.modelVersion, settings: rules.settings.version, because: request.reason, narrative: narrative
        )
    }
}

extension ModelEnvelope {
    fileprivate init(_ rules: Rulebook) {
        self.init(model: rules.modelID, version: rules.modelVersion, settings: rules.settings.version)
    }
}
