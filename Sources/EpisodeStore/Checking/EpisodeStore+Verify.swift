import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

extension EpisodeStore {
    /// How far a check or a rebuild has come.
    package struct Progress: Hashable, Sendable {
        /// Events read so far.
        package var events = 0
        /// Streams done so far.
        package var streams = 0
    }

    /// Checks a site's record: every chain, every head, and that projections and facts are what the events say. The
    /// memory it takes does not grow with the record.
    /// - Parameters:
    ///   - ids: Only streams whose ids begin with these first eight bytes; what no stream accounts for is looked for
    ///     when the first of them are among these.
    ///   - transaction: Of isolation level repeatable read, so that writers at work do not look like faults.
    ///   - progress: Told from time to time.
    package func verify(
        site: SiteID, only ids: ClosedRange<UInt64> = UInt64.min...UInt64.max, in transaction: Transaction,
        progress: (Progress) -> Void = { _ in }
    ) async throws -> CheckReport {
        try await EpisodeStore.checkSnapshot(transaction)
        let codes = try TeamCodes(try await transaction.query(TeamCodes.select(of: site)))
        let facts = FactExpectation(site: site, keys: vault.factKeys(site: site), codes: codes)
        var report = CheckReport(site: site)
        try await verify(ChildStream.self, ids, facts, transaction, &report, progress)
        try await verify(EpisodeStream.self, ids, facts, transaction, &report, progress)
        try await verify(TeamStream.self, ids, facts, transaction, &report, progress)
        guard ids.contains(0) else { return report }
        let orphans = try await orphanFacts(site: site, in: transaction)
        for table in orphans.tables { report.note(RecordFault(address: nil, kind: .orphan(table))) }
        return report
    }

    private func verify<Stream: StoredStream>(
        _ stream: Stream.Type, _ ids: ClosedRange<UInt64>, _ facts: FactExpectation, _ transaction: Transaction,
        _ report: inout CheckReport, _ progress: (Progress) -> Void
    ) async throws {
        let site = report.site
        var walker = ChainWalker<Stream>(site: site)
        let checker = StreamChecker<Stream>(site: site, facts: facts, transaction: transaction)
        var place = (id: UUIDBytes(high: ids.lowerBound, low: 0), seq: Int64(0))
        let end = UUIDBytes(high: ids.upperBound, low: .max)
        var isAtEnd = false
        while !isAtEnd {
            let rows = try await transaction.query(
                StoredEvent.walk(
                    Stream.name, of: site, after: place.id, place.seq, through: end, limit: EpisodeStore.eventsAtOnce)
            )
            for row in rows {
                try walker.take(row)
                place = try row.decode(UUIDBytes.self, Int64.self)
            }
            isAtEnd = rows.count < EpisodeStore.eventsAtOnce
            if isAtEnd { walker.finish() }
            let finished = walker.takeFinished()
            for fault in try await checker.check(finished) { report.note(fault) }
            report.count(events: rows.count, streams: finished.count)
            progress(Progress(events: report.events, streams: report.streams))
        }
        guard ids.contains(0) else { return }
        try await noteStreamsWithoutEvents(of: stream, transaction, &report)
        for (table, statement) in Stream.Projection.Delta.orphans(of: site) {
            for id in try await transaction.query(statement).column(0, as: UUIDBytes.self) {
                let address = EventAddress(site: site, stream: Stream.name, id: id, seq: StreamSeq(1))
                report.note(RecordFault(address: address, kind: .orphan(table)))
            }
        }
    }

    private func noteStreamsWithoutEvents<Stream: StoredStream>(
        of stream: Stream.Type, _ transaction: Transaction, _ report: inout CheckReport
    ) async throws {
        let ids = try await transaction.query(
            """
            SELECT s.stream_id FROM record.stream AS s
            WHERE s.site_id = \(report.site.number) AND s.stream = \(Stream.name.rawValue) AND NOT EXISTS (
                SELECT FROM record.event AS e
                WHERE e.site_id = s.site_id AND e.stream = s.stream AND e.stream_id = s.stream_id
            )
            """
        ).column(0, as: UUIDBytes.self)
        for id in ids {
            let address = EventAddress(site: report.site, stream: Stream.name, id: id, seq: StreamSeq(1))
            report.note(RecordFault(address: address, kind: .missing))
        }
    }

    private static func checkSnapshot(_ transaction: Transaction) async throws {
        let level = try await transaction.query("SELECT current_setting('transaction_isolation')")
            .column(0, as: String.self)
        guard level.first == "repeatable read" || level.first == "serializable" else {
            throw StoreFault(.needsSnapshot)
        }
    }

    /// Events in one round trip of a check.
    static let eventsAtOnce = 4096
}
