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
    ///   - instant: Streams of other ids, too, when something became known of them after this; nil for none of those.
    ///   - transaction: Of isolation level repeatable read, so that writers at work do not look like faults.
    ///   - progress: Told from time to time.
    package func verify(
        site: SiteID, only ids: ClosedRange<UInt64> = UInt64.min...UInt64.max, andGrownSince instant: Instant? = nil,
        in transaction: Transaction, progress: (Progress) -> Void = { _ in }
    ) async throws -> CheckReport {
        try await EpisodeStore.checkSnapshot(transaction)
        let codes = try TeamCodes(try await transaction.query(TeamCodes.select(of: site)))
        let facts = FactExpectation(site: site, keys: vault.factKeys(site: site), codes: codes)
        var report = CheckReport(site: site)
        try await verify(ChildStream.self, ids, andGrownSince: instant, facts, transaction, &report, progress)
        try await verify(EpisodeStream.self, ids, andGrownSince: instant, facts, transaction, &report, progress)
        try await verify(TeamStream.self, ids, andGrownSince: instant, facts, transaction, &report, progress)
        guard ids.contains(0) else { return report }
        try await checkStubs(transaction, &report)
        let orphans = try await orphanFacts(site: site, in: transaction)
        for table in orphans.tables { report.note(RecordFault(address: nil, kind: .orphan(table))) }
        return report
    }

    private func verify<Stream: StoredStream>(
        _ stream: Stream.Type, _ ids: ClosedRange<UInt64>, andGrownSince instant: Instant?, _ facts: FactExpectation,
        _ transaction: Transaction, _ report: inout CheckReport, _ progress: (Progress) -> Void
    ) async throws {
        var check = StreamCheck<Stream>(StreamChecker(site: report.site, facts: facts, transaction: transaction))
        let end = UUIDBytes(high: ids.upperBound, low: .max)
        var place = (id: UUIDBytes(high: ids.lowerBound, low: 0), seq: Int64(0))
        var isAtEnd = false
        while !isAtEnd {
            let rows = try await transaction.query(
                StoredEvent.walk(
                    Stream.name, of: report.site, after: place.id, place.seq, through: end,
                    limit: EpisodeStore.eventsAtOnce))
            if let last = rows.last { place = try last.decode(UUIDBytes.self, Int64.self) }
            isAtEnd = rows.count < EpisodeStore.eventsAtOnce
            try await check.take(rows, isAtEnd: isAtEnd, &report)
            progress(Progress(events: report.events, streams: report.streams))
        }
        if let instant {
            let grown = try await streamsGrown(Stream.name, since: instant, outside: ids, report.site, transaction)
            for start in stride(from: 0, to: grown.count, by: EpisodeStore.streamsAtOnce) {
                let some = Array(grown[start..<min(start + EpisodeStore.streamsAtOnce, grown.count)])
                let rows = try await transaction.query(StoredEvent.walk(Stream.name, of: report.site, only: some))
                try await check.take(rows, isAtEnd: true, &report)
                progress(Progress(events: report.events, streams: report.streams))
            }
        }
        if ids.contains(0) { try await noteOrphans(of: stream, transaction, &report) }
    }

    /// The streams of other ids of which something became known after an instant.
    private func streamsGrown(
        _ stream: StreamName, since instant: Instant, outside ids: ClosedRange<UInt64>, _ site: SiteID,
        _ transaction: Transaction
    ) async throws -> [UUIDBytes] {
        try await transaction.query(
            """
            SELECT stream_id FROM record.stream
            WHERE site_id = \(site.number) AND stream = \(stream.rawValue) AND last_recorded_at > \(instant)
                AND stream_id NOT BETWEEN \(UUIDBytes(high: ids.lowerBound, low: 0))
                    AND \(UUIDBytes(high: ids.upperBound, low: .max))
            ORDER BY stream_id
            """
        ).column(0, as: UUIDBytes.self)
    }

    private func noteOrphans<Stream: StoredStream>(
        of stream: Stream.Type, _ transaction: Transaction, _ report: inout CheckReport
    ) async throws {
        try await noteStreamsWithoutEvents(of: stream, transaction, &report)
        for (table, statement) in Stream.Projection.Delta.orphans(of: report.site) {
            for id in try await transaction.query(statement).column(0, as: UUIDBytes.self) {
                let address = EventAddress(site: report.site, stream: Stream.name, id: id, seq: StreamSeq(1))
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
