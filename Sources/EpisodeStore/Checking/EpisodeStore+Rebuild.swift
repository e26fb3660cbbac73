import EpisodeEngine
import Intervention
import Postgres
import Vault

/// What a rebuild did.
package struct RebuildReport: Hashable, Sendable {
    /// How many streams were read.
    package var streams = 0
    /// How many of them had rows that were not what the events say.
    package var changed = 0
    /// How many streams without a record had rows, which are gone.
    package var orphans = 0
}

extension EpisodeStore {
    /// Makes projections and facts again from the events, with the same versions and times. Only rows that are not what
    /// the events say are touched, a batch of streams in each transaction, so it may be ended at any moment and started
    /// again, and writers may work beside it: a stream waits while it is its turn.
    package func rebuild(
        site: SiteID, transactions: some TransactionLender, progress: (Progress) -> Void = { _ in }
    ) async throws -> RebuildReport {
        var report = RebuildReport()
        try await rebuild(TeamStream.self, site, transactions, &report, progress)
        try await rebuild(ChildStream.self, site, transactions, &report, progress)
        try await rebuild(EpisodeStream.self, site, transactions, &report, progress)
        report.orphans += try await transactions.transaction { transaction in
            let orphans = try await orphanFacts(site: site, in: transaction)
            _ = try await transaction.pipeline(orphans.removal(of: site))
            return orphans.count
        }
        return report
    }

    private func rebuild<Stream: StoredStream>(
        _ stream: Stream.Type, _ site: SiteID, _ transactions: some TransactionLender,
        _ report: inout RebuildReport, _ progress: (Progress) -> Void
    ) async throws {
        var last: UUIDBytes? = UUIDBytes(high: 0, low: 0)
        while let place = last {
            let batch = try await transactions.transaction { transaction in
                try await rebuildBatch(of: stream, site, from: place, in: transaction)
            }
            report.streams += batch.streams
            report.changed += batch.changed
            last = batch.next
            progress(Progress(events: 0, streams: report.streams))
        }
        report.orphans += try await transactions.transaction { transaction in
            var orphans: Set<UUIDBytes> = []
            for (_, statement) in Stream.Projection.Delta.orphans(of: site) {
                orphans.formUnion(try await transaction.query(statement).column(0, as: UUIDBytes.self))
            }
            guard !orphans.isEmpty else { return 0 }
            _ = try await transaction.pipeline(Stream.Projection.Delta.removal(of: Array(orphans), site: site))
            return orphans.count
        }
    }

    private struct RebuiltBatch: Sendable {
        var streams = 0
        var changed = 0
        /// Where the next batch begins; nil when there is none.
        var next: UUIDBytes?
    }

    private func rebuildBatch<Stream: StoredStream>(
        of stream: Stream.Type, _ site: SiteID, from place: UUIDBytes, in transaction: Transaction
    ) async throws -> RebuiltBatch {
        let owners = try await transaction.query(
            """
            SELECT stream_id FROM record.stream
            WHERE site_id = \(site.number) AND stream = \(Stream.name.rawValue) AND stream_id > \(place)
            ORDER BY stream_id LIMIT \(EpisodeStore.streamsAtOnce) FOR UPDATE
            """
        ).column(0, as: UUIDBytes.self)
        guard !owners.isEmpty else { return RebuiltBatch() }
        let codes = try TeamCodes(try await transaction.query(TeamCodes.select(of: site)))
        let facts = FactExpectation(site: site, keys: vault.factKeys(site: site), codes: codes)
        let states = try EpisodeStore.fold(
            try await transaction.query(EventReader<Stream>.select(of: site, ids: owners, until: nil)),
            in: stream, site: site, areWritten: false
        )
        let stored = try await Stream.Projection.stored(of: owners, site: site, in: transaction)
        let storedFacts = try await facts.stored(of: stream, owners, in: transaction)
        var changes = RebuildChanges<Stream>()
        for owner in owners {
            let state = states[RecordID(owner)]
            changes.add(state, owner, stored)
            changes.add(state.map { facts.difference(of: $0, from: storedFacts) }, owner)
        }
        try await changes.list(of: site).run(in: transaction)
        return RebuiltBatch(streams: owners.count, changed: changes.changed.count, next: owners.last)
    }

    /// Streams in one transaction of a rebuild.
    static let streamsAtOnce = 200
}
