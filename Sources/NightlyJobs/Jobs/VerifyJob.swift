import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites

/// Walks the chains of a slice of the record and holds projections and facts against the events, another slice each
/// night, the whole record in a week. It changes nothing.
package struct VerifyJob: NightlyJob {
    /// The job.
    package init() {}

    package var name: JobName { "verify" }
    package var summary: String { "checks a seventh of the record each night: chains, heads, projections, facts" }
    /// Each seventh is looked at again a week later, so a night further back is not missed.
    package var catchUp: CatchUp { .all(atMostDays: RecordSlice.count - 1) }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        let slice = RecordSlice(of: day)
        let report = try await site.practice.store.verify(
            site: site.site.id, only: slice.bounds, in: site.transaction)
        guard report.isSound else { throw UnsoundRecord(report) }
        return Tally(read: report.streams)
    }
}

/// A part of the record by the first digits of the streams' ids. Ids are chosen by chance, so the parts are about equal.
struct RecordSlice: Hashable {
    /// How many parts there are.
    static let count = 7
    /// Which one, 0 to 6.
    let place: Int

    /// The part for the night of a day: seven nights one after the other have seven parts.
    init(of day: CivilDate) {
        let remainder = Int(day.dayNumber) % RecordSlice.count
        place = remainder < 0 ? remainder + RecordSlice.count : remainder
    }

    /// Its ids, both ends among them.
    var bounds: ClosedRange<UInt64> {
        let width = UInt64.max / UInt64(RecordSlice.count)
        let first = UInt64(place) * width
        return place == RecordSlice.count - 1 ? first...UInt64.max : first...(first + width - 1)
    }
}

/// The record is not what was written.
struct UnsoundRecord: Error, CustomStringConvertible {
    private let report: CheckReport

    init(_ report: CheckReport) { self.report = report }

    /// Where the first fault is, and what shows them all.
    var description: String {
        let place = report.firstBad.map { "the first is \($0)" } ?? "none of them belongs to a stream"
        return "the record has \(report.faultCount) fault\(report.faultCount == 1 ? "" : "s"); \(place): "
            + "run 'homeward verify' and keep a copy of the database before anything is mended"
    }
}
