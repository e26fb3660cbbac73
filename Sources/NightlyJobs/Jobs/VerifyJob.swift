import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites

/// Walks the chains and holds projections and facts against the events: of all that grew since the night before, and of a
/// slice of the rest, another each night, the whole record in four weeks. It changes nothing.
package struct VerifyJob: NightlyJob {
    /// The job.
    package init() {}

    package var name: JobName { "verify" }
    package var summary: String {
        "checks what grew since the night before and a 28th of the record: chains, heads, projections, facts"
    }
    /// Each part is looked at again four weeks later, so a night further back is not missed.
    package var catchUp: CatchUp { .all(atMostDays: RecordSlice.count - 1) }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        let slice = RecordSlice(of: day)
        let report = try await site.practice.store.verify(
            site: site.site.id, only: slice.bounds, andGrownSince: try await checked(before: day, site),
            in: site.transaction)
        guard report.isSound else { throw UnsoundRecord(report) }
        return Tally(read: report.streams)
    }

    /// What the newest night before a day had looked at was known then; nil before the first, whose slice begins the round.
    private func checked(before day: CivilDate, _ site: NightSession) async throws -> Instant? {
        try await site.transaction.query(
            """
            SELECT max(known_at) FROM job.occurrence
            WHERE site_id = \(site.site.id.number) AND job = \(name.text) AND state = 'done' AND local_date < \(day)
            """
        ).column(0, as: Instant?.self).first ?? nil
    }
}

/// A part of the record by the first digits of the streams' ids. Ids are chosen by chance, so the parts are about equal.
struct RecordSlice: Hashable {
    /// How many parts there are.
    static let count = 28
    /// Which one, 0 to 27.
    let place: Int

    /// The part for the night of a day: as many nights one after the other have all parts.
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
