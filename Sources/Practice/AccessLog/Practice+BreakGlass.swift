import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Opens an episode to the asker in an emergency, for some hours and with a reason. It enters the access log in the same
    /// transaction, the family's own team is told the next morning, and whoever answers for privacy looks into it. A bar
    /// stays a bar.
    /// - Parameter reason: one line of at least ``GlassBook/shortestReason`` letters, sealed with the child's key.
    /// - Returns: until when it is open.
    /// - Throws: ``GlassFault``, ``PracticeFault``.
    package func breakGlass(
        _ ref: EpisodeRef, at code: SiteCode, because reason: String, for hours: GlassHours = .usual
    ) async throws -> Instant {
        try await withSite(code, for: .breakGlass, at: .episode(ref)) { session in
            try await open(ref, because: reason, for: hours, in: session).until
        }
    }

    /// The same, once however often it is sent under its key. What is told is until when it is open.
    /// - Throws: ``KeyedWriteFault``, ``GlassFault``, ``PracticeFault``.
    package func breakGlassOnce(
        _ ref: EpisodeRef, at code: SiteCode, because reason: String, for hours: GlassHours, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .breakGlass, at: .episode(ref), of: code) { session in
            let (episode, end) = try await open(ref, because: reason, for: hours, in: session)
            return WrittenOnce(place: .episode(episode), told: "\(end)")
        }
    }

    private func open(
        _ ref: EpisodeRef, because reason: String, for hours: GlassHours, in session: SiteSession
    ) async throws -> (episode: EpisodeID, until: Instant) {
        guard case .account(let seat) = asker else { throw GlassFault.nobodyInParticular }
        guard reason.count(where: { !$0.isWhitespace }) >= GlassBook.shortestReason else {
            throw GlassFault.reasonTooShort
        }
        let (episode, child) = try await session.family(of: ref)
        let sealed = try await session.store.vault.write(
            narrative: reason, id: .random(), of: child, site: session.site.id, in: session.transaction)
        let instant = clock.now()
        let end = hours.end(from: instant)
        try await GlassBook.open(
            episode, for: seat.account, code: seat.code, because: sealed, from: instant, until: end,
            site: session.site.id, in: session.transaction)
        return (episode, end)
    }

    /// Shuts an episode that the asker opened in an emergency, before its time.
    /// - Throws: ``GlassFault``, ``PracticeFault``.
    package func closeGlass(_ ref: EpisodeRef, at code: SiteCode) async throws {
        try await withSite(code, for: .breakGlass, at: .episode(ref)) { _ = try await shut(ref, in: $0) }
    }

    /// The same, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, ``GlassFault``, ``PracticeFault``.
    package func closeGlassOnce(
        _ ref: EpisodeRef, at code: SiteCode, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .breakGlass, at: .episode(ref), of: code) { session in
            WrittenOnce(place: .episode(try await shut(ref, in: session)))
        }
    }

    private func shut(_ ref: EpisodeRef, in session: SiteSession) async throws -> EpisodeID {
        guard case .account(let seat) = asker else { throw GlassFault.nobodyInParticular }
        let (episode, _) = try await session.family(of: ref)
        let wasOpen = try await GlassBook.close(
            episode, of: seat.account, at: clock.now(), site: session.site.id, in: session.transaction)
        guard wasOpen else { throw GlassFault.notOpen(ref) }
        return episode
    }

    /// What was opened at a site in emergencies, the oldest first, with the reasons for whoever sees words.
    /// - Parameter day: from this day at the site on; nil for all.
    package func openedRecords(at code: SiteCode, from day: CivilDate? = nil) async throws -> [OpenedRecord] {
        try await withSite(code, for: .reviewGlass, access: .readOnly) { session in
            let start = day.map { SiteClock(session.site.timeZone).instant(of: $0, second: 0) }
            let glasses = try await GlassBook.opened(
                since: start ?? Instant(microseconds: 0), before: clock.now(), site: session.site.id,
                in: session.transaction)
            let refs = try await session.refs(of: glasses.map(\.episode))
            var records: [OpenedRecord] = []
            for glass in glasses {
                let reason = try await session.words(of: glass.reason)
                records.append(
                    OpenedRecord(
                        episode: glass.episode, ref: refs[glass.episode], actor: glass.actor, openedAt: glass.openedAt,
                        until: glass.until, reason: reason, reviewedBy: glass.reviewedBy))
            }
            session.looks.rows(records.count)
            return records
        }
    }

    /// Notes that the asker looked into what an account opened of an episode.
    /// - Throws: ``GlassFault`` `nothingToReview`, ``PracticeFault``.
    package func reviewGlass(_ ref: EpisodeRef, openedBy actor: AccountCode, at code: SiteCode) async throws {
        try await withSite(code, for: .reviewGlass, at: .episode(ref)) { session in
            _ = try await review(ref, openedBy: actor, in: session)
        }
    }

    /// The same, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, ``GlassFault`` `nothingToReview`, ``PracticeFault``.
    package func reviewGlassOnce(
        _ ref: EpisodeRef, openedBy actor: AccountCode, at code: SiteCode, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .reviewGlass, at: .episode(ref), of: code) { session in
            WrittenOnce(place: .episode(try await review(ref, openedBy: actor, in: session)))
        }
    }

    private func review(
        _ ref: EpisodeRef, openedBy actor: AccountCode, in session: SiteSession
    ) async throws -> EpisodeID {
        let (episode, _) = try await session.family(of: ref)
        let isReviewed = try await GlassBook.review(
            episode, openedBy: actor, by: asker.actor, at: clock.now(), site: session.site.id,
            in: session.transaction)
        guard isReviewed else { throw GlassFault.nothingToReview(ref, actor) }
        return episode
    }
}

extension SiteSession {
    /// An episode and its child.
    func family(of ref: EpisodeRef) async throws -> (EpisodeID, PersonID) {
        let rows = try await transaction.query(
            "SELECT episode_id, child_id FROM record.episode WHERE site_id = \(site.id.number) AND ref = \(ref.text)")
        guard let row = rows.first else { throw PracticeFault.unknownEpisode(ref) }
        let (episode, child) = try row.decode(UUIDBytes.self, UUIDBytes.self)
        looks.target(.episode(EpisodeID(episode)))
        return (EpisodeID(episode), PersonID(child))
    }

    /// A sealed text, opened for whoever sees words.
    func words(of reason: SealedNarrative) async throws -> String? {
        guard aspects.contains(.narrative) else { return nil }
        return try await store.vault.read(reason, site: site.id, in: transaction)
    }
}
