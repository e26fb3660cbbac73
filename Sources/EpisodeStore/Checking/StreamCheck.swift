import EpisodeEngine
import Intervention
import Postgres

/// The check of streams whose events come a part at a time, those of a stream together.
struct StreamCheck<Stream: StoredStream> {
    private let checker: StreamChecker<Stream>
    private var walker: ChainWalker<Stream>

    init(_ checker: StreamChecker<Stream>) {
        self.checker = checker
        walker = ChainWalker(site: checker.site)
    }

    /// Walks the next events, and holds the streams that they end against their heads, projections and facts.
    /// - Parameter isAtEnd: whether the last stream has no further events.
    mutating func take(_ rows: Rows, isAtEnd: Bool, _ report: inout CheckReport) async throws {
        for row in rows { try walker.take(row) }
        if isAtEnd { walker.finish() }
        let finished = walker.takeFinished()
        for fault in try await checker.check(finished) { report.note(fault) }
        report.count(events: rows.count, streams: finished.count)
    }
}
