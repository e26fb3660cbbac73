import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// What a proposal came to.
package struct DisposalReport: Hashable, Sendable {
    /// Whose records were destroyed.
    package var disposed: [RetentionSheet.Entry] = []
    /// Whose records stay for now: held again, opened again, or kept longer than when it was proposed.
    package var kept: [RetentionSheet.Entry] = []
    /// What was destroyed.
    package var sum = Disposed()
    /// How many persons' keys were destroyed.
    package var keys = 0
}

extension Practice {
    /// Proposes to dispose of all records that are past their day, free of holds and not proposed already.
    /// - Parameter dryRun: says what would be proposed, and proposes nothing.
    /// - Returns: the proposal's number, nil for a dry run, and the records.
    /// - Throws: ``RetentionFault`` `nothingDue`.
    package func proposeDisposal(
        at code: SiteCode, dryRun: Bool = false
    ) async throws -> (number: Int32?, entries: [RetentionSheet.Entry]) {
        try await Retry.onConflict {
            try await withSite(code, for: .proposeDisposal) { session in
                _ = try await session.workOutRetention(on: session.today, knownAt: clock.now())
                let due = try await session.retentionEntries().filter { $0.isDue && !$0.isHeld && $0.proposal == nil }
                guard !due.isEmpty else { throw RetentionFault.nothingDue }
                return (dryRun ? nil : try await propose(due, in: session), due)
            }
        }
    }

    private func propose(_ entries: [RetentionSheet.Entry], in session: SiteSession) async throws -> Int32 {
        let site = session.site.id.number
        let (code, hand) = (session.actor.recordedBy, try await hand(in: session.transaction))
        let number =
            try await session.transaction.query(
                """
                INSERT INTO retention.proposal (site_id, number, proposed_on, proposed_by, proposed_at, proposer)
                SELECT \(site), coalesce(max(number), 0) + 1, \(session.today), \(code.text), \(clock.now()), \(hand.text)
                FROM retention.proposal WHERE site_id = \(site)
                RETURNING number
                """
            ).column(0, as: Int32.self).first ?? 0
        try await session.transaction.execute(
            """
            INSERT INTO retention.proposed_child (site_id, number, child_id, rule, keep_through)
            SELECT \(site), \(number), u.child_id, u.rule, u.keep_through
            FROM unnest(\(entries.map(\.child.bound)),
                \(entries.map(\.rule.rawValue)), \(entries.map(\.keepThrough))) AS u (child_id, rule, keep_through)
            """
        )
        return number
    }

    /// Approves a proposal, as another person than the one who proposed: under another code, and by another hand. Who stands
    /// in for an account at the command line is the operator, whichever account it is.
    /// - Parameters:
    ///   - proof: a code of the account's second factor, typed at the command line by its owner, who then is there.
    ///   - dryRun: looks whether the account could approve, and approves nothing.
    /// - Throws: ``RetentionFault``, ``PracticeFault``.
    package func approveDisposal(
        _ number: Int32, at code: SiteCode, proof: String? = nil, dryRun: Bool = false
    ) async throws {
        try await withSite(code, for: .approveDisposal) { session in
            let proposal = try await session.openProposal(number)
            guard proposal.approvedBy == nil else { throw RetentionFault.decidedBefore(number) }
            let hand = dryRun ? actor.recordedBy : try await hand(proving: proof, in: session.transaction)
            guard proposal.proposedBy != session.actor.recordedBy, proposal.proposer != hand else {
                throw RetentionFault.samePerson(number)
            }
            guard !dryRun else { return }
            try await session.transaction.execute(
                """
                UPDATE retention.proposal
                SET approved_by = \(session.actor.recordedBy.text), approved_at = \(clock.now()), approver = \(hand.text)
                WHERE site_id = \(session.site.id.number) AND number = \(number)
                """
            )
        }
    }

    /// Withdraws a proposal, approved or not: what was not destroyed under it stays.
    /// - Parameter dryRun: looks whether it could be withdrawn, and withdraws nothing.
    package func withdrawDisposal(_ number: Int32, at code: SiteCode, dryRun: Bool = false) async throws {
        try await withSite(code, for: .proposeDisposal) { session in
            _ = try await session.openProposal(number)
            guard !dryRun else { return }
            try await session.transaction.execute(
                """
                UPDATE retention.proposal
                SET withdrawn_by = \(session.actor.recordedBy.text), withdrawn_at = \(clock.now())
                WHERE site_id = \(session.site.id.number) AND number = \(number)
                """
            )
        }
    }

    /// Destroys the records that an approved proposal is about and that are still past their day, unheld and closed; then the
    /// keys of the persons, which are kept outside the database. Keys that an interrupted run left are destroyed by the next.
    /// - Parameters:
    ///   - key: proves to whoever audits the record that what is gone went by approval.
    ///   - dryRun: says what would be destroyed, and destroys nothing.
    ///   - destroyKeys: destroys the keys of persons; done twice it does nothing. Nil for the vault's own.
    package func dispose(
        _ number: Int32, at code: SiteCode, sealedWith key: SealKey, dryRun: Bool = false,
        destroyKeys: (([PersonID], SiteID) async throws -> Void)? = nil
    ) async throws -> DisposalReport {
        let destroyKeys = destroyKeys ?? { people, site in _ = try store.vault.destroyKeys(of: people, site: site) }
        let left = dryRun ? 0 : try await destroyPendingKeys(at: code, destroyKeys)
        do {
            var report = try await Retry.onConflict {
                try await withSite(code, for: .approveDisposal) { session in
                    try await dispose(number, sealedWith: key, dryRun: dryRun, in: session)
                }
            }
            if !dryRun { report.keys = try await destroyPendingKeys(at: code, destroyKeys) + left }
            return report
        } catch RetentionFault.decidedBefore where left > 0 {
            // The run before this one destroyed the records and was interrupted before it came to the keys.
            var report = DisposalReport()
            report.keys = left
            return report
        }
    }

    private func dispose(
        _ number: Int32, sealedWith key: SealKey, dryRun: Bool, in session: SiteSession
    ) async throws -> DisposalReport {
        let proposal = try await session.openProposal(number)
        guard proposal.approvedBy != nil else { throw RetentionFault.notApproved(number) }
        // In the order of their ids, so that two runs never wait for each other.
        let proposed = try await session.children(proposedIn: number).sorted()
        for child in proposed { _ = try await session.lockedChild(.id(child)) }
        _ = try await session.workOutRetention(on: session.today, knownAt: clock.now())
        let entries = try await session.retentionEntries().filter { proposed.contains($0.child) }
        var report = DisposalReport()
        for entry in entries.sorted(by: { $0.child < $1.child }) {
            guard entry.isDue, !entry.isHeld else {
                report.kept.append(entry)
                continue
            }
            report.disposed.append(entry)
            guard !dryRun else { continue }
            let disposed = try await session.store.dispose(
                entry.child, under: number, on: session.today, site: session.site.id, in: session.transaction)
            try await DisposalSeals(of: session.site.id, key: key).seal(entry.child, in: session.transaction)
            report.sum = report.sum + disposed
        }
        return report
    }

    private func destroyPendingKeys(
        at code: SiteCode, _ destroy: ([PersonID], SiteID) async throws -> Void
    ) async throws -> Int {
        // First what is going for good, so that no backup of the keys brings it back; then the keys, which nothing undoes.
        let people = try await withSite(code, for: .approveDisposal, isNoted: false) { session in
            try await nameDestroyed(in: session)
        }
        guard !people.isEmpty else { return 0 }
        return try await withSite(code, for: .approveDisposal, isNoted: false) { session in
            try await destroy(people, session.site.id)
            try await session.transaction.execute(
                """
                DELETE FROM retention.pending_key WHERE site_id = \(session.site.id.number)
                    AND person_id = ANY(\(people.map(\.bound)))
                """
            )
            return people.count
        }
    }

    /// Writes the names of the keys down that are still to be destroyed.
    /// - Returns: whose they are.
    private func nameDestroyed(in session: SiteSession) async throws -> [PersonID] {
        let people = try await session.pendingKeys()
        let names = try store.vault.keyNames(of: people, site: session.site.id)
        try await session.transaction.execute(
            """
            INSERT INTO retention.destroyed_key (site_id, key_id, destroyed_at)
            SELECT \(session.site.id.number), u.key_id, \(clock.now()) FROM unnest(\(names.map(\.text))) AS u (key_id)
            ON CONFLICT DO NOTHING
            """
        )
        return people
    }
}
