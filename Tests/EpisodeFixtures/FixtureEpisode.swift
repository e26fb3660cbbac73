import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres

/// An episode as a test wants it: what is left out did not happen.
package struct FixtureEpisode: Sendable {
    /// Its id.
    package var id = EpisodeID.fresh()
    /// The child.
    package var child = ChildID.fresh()
    /// The site's reference.
    package var ref: EpisodeRef?
    /// The model; its team is the site's.
    package var model: ModelID = "mst"
    /// Who referred.
    package var source: ReferralSource?
    /// What is known of the child.
    package var profile = Profile()
    /// The day of referral.
    package var referredOn: CivilDate
    /// The decision and its day.
    package var decision: (verdict: Screening.Verdict, on: CivilDate)?
    /// The therapist, from the day of the decision on.
    package var therapist: StaffCode?
    /// The first session.
    package var startedOn: CivilDate?
    /// Adherence interviews by the call centre, each with its score.
    package var interviews: [(on: CivilDate, score: AdherenceScore)] = []
    /// The closing and its day.
    package var closing: (closing: Closing, on: CivilDate)?

    /// An episode that is no more than referred.
    package init(referredOn day: CivilDate, model: ModelID = "mst") {
        referredOn = day
        self.model = model
    }

    /// An episode that was accepted on the day of referral, started and closed.
    package init(
        from startedOn: CivilDate, through closedOn: CivilDate, reason: ClosureReasonID = "completed",
        outcomes: [OutcomeKey: Answer] = [:], model: ModelID = "mst"
    ) {
        self.init(referredOn: startedOn, model: model)
        decision = (.accepted, startedOn)
        self.startedOn = startedOn
        closing = (Closing(reason: reason, outcomes: outcomes), closedOn)
    }

    /// The commands that record it, in order.
    package func entries(on site: FixtureSite) throws -> [Engine.Entry<EpisodeCommand>] {
        let team = try site.team(model)
        let referral = Referral(
            child: child, ref: ref, model: model, team: team, source: source, profile: profile
        )
        var entries = [Engine.Entry(EpisodeCommand.refer(referral), on: referredOn)]
        if let decision {
            entries.append(Engine.Entry(.screen(Screening(decision.verdict)), on: decision.on))
            if let therapist {
                let allocation = Allocation(team: team, therapist: therapist)
                entries.append(Engine.Entry(.allocate(allocation), on: decision.on))
            }
        }
        if let startedOn { entries.append(Engine.Entry(.startTreatment, on: startedOn)) }
        for (day, score) in interviews {
            let interview = Interview(
                id: .fresh(), instrument: "tam-r", result: .completed, collector: .callCentre, respondent: .mother,
                response: .score(score)
            )
            entries.append(Engine.Entry(.recordInterview(interview), on: day))
        }
        if let closing { entries.append(Engine.Entry(.close(closing.closing), on: closing.on)) }
        return entries
    }
}

extension FixtureWorld {
    /// Records episodes with their children, in one batch.
    package func record(
        _ episodes: [FixtureEpisode], on site: FixtureSite, version: ModelVersion? = nil,
        settings: SettingsVersion = SettingsVersion(1)
    ) async throws {
        try await transaction(in: site) { transaction in
            var batch = try await store.begin(site: site.id, by: FixtureWorld.author(), in: transaction)
            for episode in episodes {
                if batch.stream(episode.child, in: ChildStream.self) == nil {
                    let child = try batch.begin(episode.child, in: ChildStream.self)
                    let entry = Engine.Entry(ChildCommand.register(nil), on: episode.referredOn)
                    try batch.record([entry], to: child, under: NoRules(), today: FixtureWorld.today)
                }
                let stream = try batch.begin(episode.id, in: EpisodeStream.self)
                try batch.record(
                    try episode.entries(on: site), to: stream,
                    under: try rules(episode.model, version: version, settings: settings), today: FixtureWorld.today
                )
            }
            try await batch.flush(in: transaction)
        }
    }

    /// Appends commands to an episode that is on record.
    @discardableResult
    package func append(
        _ command: EpisodeCommand, on day: CivilDate, to episode: EpisodeID, of site: FixtureSite,
        model: ModelID = "mst", version: ModelVersion? = nil
    ) async throws -> [Advisory] {
        let rules = try rules(model, version: version)
        return try await transaction(in: site) { transaction in
            try await store.append(
                [.record([Engine.Entry(command, on: day)], to: episode, in: EpisodeStream.self) { _ in rules }],
                site: site.id, by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
            )
        }
    }

    /// Corrects an episode that is on record.
    @discardableResult
    package func correct(
        _ correction: Correction<EpisodeCommand>, of episode: EpisodeID, on site: FixtureSite,
        model: ModelID = "mst", version: ModelVersion? = nil
    ) async throws -> [Advisory] {
        let rules = try rules(model, version: version)
        return try await transaction(in: site) { transaction in
            try await store.append(
                [.correct(correction, of: episode, in: EpisodeStream.self) { _ in rules }], site: site.id,
                by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
            )
        }
    }

    /// Loads an episode.
    package func load(
        _ episode: EpisodeID, of site: FixtureSite, knownAt instant: Instant? = nil
    ) async throws
        -> StreamState<EpisodeStream>?
    {
        try await transaction(in: site, access: .readOnly) { transaction in
            try await store.load(episode, in: EpisodeStream.self, site: site.id, knownAt: instant, transaction)
        }
    }
}
