import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// How long each record of a site is kept as it stands today, what holds it and what is proposed. It is worked out anew,
    /// so that it is not that of last night.
    package func retention(at code: SiteCode) async throws -> RetentionSheet {
        try await withSite(code, for: .showRetention) { session in
            _ = try await session.workOutRetention(on: session.today, knownAt: clock.now())
            return RetentionSheet(
                policy: try session.retentionPolicy(), entries: try await session.retentionEntries(),
                proposals: try await session.proposals(), stubs: try await session.stubs(),
                pendingKeys: try await session.pendingKeys().count)
        }
    }

    /// Holds a child's record: nothing of it is disposed of until the hold is released.
    /// - Parameters:
    ///   - reason: one line, sealed.
    ///   - dryRun: looks whether it could be held, and holds nothing.
    package func hold(
        _ child: ChildNaming, because reason: String, at code: SiteCode, dryRun: Bool = false
    ) async throws {
        try await withSite(code, for: .holdRecord) { session in
            _ = try await hold(child, because: reason, dryRun: dryRun, in: session)
        }
    }

    /// The same, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, ``RetentionFault``, ``PracticeFault``.
    package func holdOnce(
        _ child: ChildNaming, because reason: String, at code: SiteCode, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .holdRecord, at: .site, of: code) { session in
            WrittenOnce(place: .child(try await hold(child, because: reason, dryRun: false, in: session)))
        }
    }

    private func hold(
        _ naming: ChildNaming, because reason: String, dryRun: Bool, in session: SiteSession
    ) async throws -> ChildID {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw RetentionFault.reasonMissing }
        let child = try await session.lockedChild(naming)
        guard !dryRun else { return child }
        let narrative = NarrativeID.random()
        guard
            let sealed = try await session.store.seal(
                reason, id: narrative, of: PersonID(child: child), site: session.site.id, in: session.transaction)
        else { throw RetentionFault.reasonMissing }
        try await session.transaction.execute(
            """
            INSERT INTO retention.hold
                (site_id, hold_id, child_id, narrative_id, commitment, placed_by, placed_at)
            VALUES (\(session.site.id.number), gen_random_uuid(), \(child.bound),
                \(narrative.bound), \(sealed.commitment),
                \(session.actor.recordedBy.text), \(clock.now()))
            """
        )
        return child
    }

    /// Releases all holds of a child's record.
    /// - Parameter dryRun: looks whether something holds it, and releases nothing.
    /// - Throws: ``RetentionFault`` `notHeld`.
    package func release(_ child: ChildNaming, at code: SiteCode, dryRun: Bool = false) async throws {
        try await withSite(code, for: .holdRecord) { session in
            _ = try await release(child, dryRun: dryRun, in: session)
        }
    }

    /// The same, once however often it is sent under its key.
    /// - Throws: ``KeyedWriteFault``, ``RetentionFault``, ``PracticeFault``.
    package func releaseOnce(
        _ child: ChildNaming, at code: SiteCode, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .holdRecord, at: .site, of: code) { session in
            WrittenOnce(place: .child(try await release(child, dryRun: false, in: session)))
        }
    }

    private func release(_ naming: ChildNaming, dryRun: Bool, in session: SiteSession) async throws -> ChildID {
        let child = try await session.lockedChild(naming)
        guard try await session.isHeld(child) else { throw RetentionFault.notHeld }
        guard !dryRun else { return child }
        try await session.transaction.execute(
            """
            UPDATE retention.hold SET lifted_by = \(session.actor.recordedBy.text), lifted_at = \(clock.now())
            WHERE site_id = \(session.site.id.number)
                AND child_id = \(child.bound) AND lifted_at IS NULL
            """
        )
        return child
    }
}

extension SiteSession {
    /// A child of a name, locked until the transaction ends: who disposes of the record and who holds it wait for each other.
    func lockedChild(_ naming: ChildNaming) async throws -> ChildID {
        let child = try await child(naming)
        _ = try await transaction.query(
            """
            SELECT FROM record.stream WHERE site_id = \(site.id.number) AND stream = 'child'
                AND stream_id = \(child.bound) FOR UPDATE
            """
        )
        return child
    }

    /// Whether a hold of the child itself is in force.
    func isHeld(_ child: ChildID) async throws -> Bool {
        try await !transaction.query(
            """
            SELECT 1 FROM retention.hold WHERE site_id = \(site.id.number)
                AND child_id = \(child.bound) AND lifted_at IS NULL
            """
        ).isEmpty
    }

    func retentionEntries() async throws -> [RetentionSheet.Entry] {
        try await transaction.query(
            """
            SELECT r.child_id, c.ref, r.class, nullif(r.keep_through, 'infinity'), r.is_proposed,
                EXISTS (
                    SELECT FROM retention.hold AS h
                    WHERE h.site_id = r.site_id AND h.lifted_at IS NULL AND (
                        h.child_id = r.child_id OR h.child_id IN (
                            SELECT a.child_id FROM record.participant AS a
                            JOIN record.episode AS e USING (site_id, episode_id)
                            WHERE e.site_id = r.site_id AND e.child_id = r.child_id))
                ),
                (
                    SELECT max(p.number) FROM retention.proposed_child AS p JOIN retention.proposal AS q
                        USING (site_id, number)
                    WHERE p.site_id = r.site_id AND p.child_id = r.child_id AND p.disposed_at IS NULL
                        AND q.withdrawn_at IS NULL
                )
            FROM duty.retention AS r JOIN record.child AS c USING (site_id, child_id)
            WHERE r.site_id = \(site.id.number)
            ORDER BY r.keep_through, r.child_id
            """
        ).compactMap { row in
            let (id, ref, rule, day, isDue, isHeld, proposal) = try row.decode(
                UUIDBytes.self, String?.self, String.self, CivilDate?.self, Bool.self, Bool.self, Int32?.self)
            return RetentionRule(rawValue: rule).map {
                RetentionSheet.Entry(
                    child: ChildID(high: id.high, low: id.low), ref: ref.flatMap { ChildRef($0) }, rule: $0,
                    keepThrough: day, isDue: isDue, isHeld: isHeld, proposal: proposal)
            }
        }
    }

    func pendingKeys() async throws -> [PersonID] {
        try await transaction.query(
            "SELECT person_id FROM retention.pending_key WHERE site_id = \(site.id.number) ORDER BY person_id"
        ).column(0, as: UUIDBytes.self).map { PersonID(high: $0.high, low: $0.low) }
    }
}
