import CivilDate
import Intervention
import Sites
import Testing

@testable import NightlyJobs

/// What is late and what is unusual: two things, told apart.
@Suite struct NightJudgeTests {
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private static func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

    private static func judge(night: String = "02:30", late: String = "06:00") throws -> NightJudge {
        let zone = try #require(SiteTimeZone("Europe/London"))
        return NightJudge(
            calendar: NightCalendar(clock: SiteClock(zone), time: try #require(LocalTime(night))),
            lateAt: try #require(LocalTime(late)))
    }

    private static func occurrence(
        _ date: CivilDate, _ state: OccurrenceState, changed: Int = 0, ended: Instant? = nil
    ) throws -> Occurrence {
        Occurrence(
            key: OccurrenceKey(site: try #require(SiteCode("north")), job: "made", date: date), state: state, fence: 1,
            tries: 1, knownAt: nil,
            startedAt: nil, endedAt: ended, retryAt: nil, tally: Tally(changes: ["rows": changed]), reason: nil,
            isHeld: false)
    }

    private struct Changing: NightlyJob {
        let name: JobName = "made"
        let summary = "what a test wants"
        let catchUp = CatchUp.newest
        var isExpectedToChange = true
        func run(on day: CivilDate, site: NightSession) async throws -> Tally { Tally() }
    }

    @Test func `a date is late from six o'clock at the site on, until it is done`() throws {
        let judge = try Self.judge()
        let date = try Self.day("2026-07-01")
        let (before, after) = (try Self.instant("2026-07-01T04:59:59Z"), try Self.instant("2026-07-01T05:00:01Z"))
        for state in [OccurrenceState.planned, .running, .failed, .blocked] {
            #expect(try !judge.isLate(Self.occurrence(date, state), at: before))
            #expect(try judge.isLate(Self.occurrence(date, state), at: after))
        }
        #expect(try !judge.isLate(Self.occurrence(date, .done, ended: before), at: after))
        #expect(try judge.isLate(Self.occurrence(date, .done, ended: after), at: after))
        #expect(try !judge.isLate(Self.occurrence(date, .skipped), at: after))
    }

    @Test func `a night that begins in the evening is late the next morning`() throws {
        let judge = try Self.judge(night: "22:00")
        #expect(judge.deadline(of: try Self.day("2026-07-01")) == (try Self.instant("2026-07-02T05:00:00Z")))
    }

    @Test func `dates that nobody planned are found once they are late`() throws {
        let judge = try Self.judge()
        let newest = try Self.day("2026-07-01")
        #expect(judge.unplanned(after: newest, at: try Self.instant("2026-07-02T04:00:00Z")).isEmpty)
        let found = judge.unplanned(after: newest, at: try Self.instant("2026-07-04T06:00:00Z"))
        #expect(found.map(\.description) == ["2026-07-02", "2026-07-03", "2026-07-04"])
        #expect(judge.unplanned(after: nil, at: try Self.instant("2026-07-04T06:00:00Z")).count == 1)
    }

    @Test func `a run without a change is unusual only where most others changed something`() throws {
        let first = try Self.day("2026-06-01")
        func earlier(_ changes: [Int]) throws -> [Occurrence] {
            try changes.enumerated().map { try Self.occurrence(first.adding(days: $0), .done, changed: $1) }
        }
        let last = first.adding(days: 60)
        let idle = try Self.occurrence(last, .done)
        let busy = Array(repeating: 2, count: 14)
        #expect(try NightJudge.isUnusual(idle, of: Changing(), after: earlier(busy)))
        #expect(
            try !NightJudge.isUnusual(Self.occurrence(last, .done, changed: 1), of: Changing(), after: earlier(busy)))
        #expect(try !NightJudge.isUnusual(Self.occurrence(last, .failed), of: Changing(), after: earlier(busy)))
        #expect(try !NightJudge.isUnusual(idle, of: Changing(isExpectedToChange: false), after: earlier(busy)))
        #expect(try !NightJudge.isUnusual(idle, of: Changing(), after: earlier(Array(busy.dropLast()))))
        // Eight of the last fourteen changed nothing, whatever was before them.
        #expect(
            try !NightJudge.isUnusual(
                idle, of: Changing(), after: earlier(busy + Array(repeating: 0, count: 8) + [5, 5, 5, 5, 5, 5])))
        #expect(
            try NightJudge.isUnusual(
                idle, of: Changing(), after: earlier(Array(repeating: 0, count: 7) + [5, 5, 5, 5, 5, 5, 5])))
    }
}
