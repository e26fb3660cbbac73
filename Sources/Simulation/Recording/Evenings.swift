import CivilDate
import Sites

/// The evenings of a site's history as instants, looked up once: asking the rules of a time zone for each note would
/// take longer than all else.
struct Evenings: Sendable {
    private let first: CivilDate
    private let begins: [Int64]

    /// The evenings from one day up to another, which is not among them.
    init(of clock: SiteClock, from first: CivilDate, before end: CivilDate) {
        self.first = first
        begins = (0..<max(0, first.days(until: end))).map { day in
            clock.instant(of: first.adding(days: day), second: Evenings.start).microseconds
        }
    }

    /// A moment of an evening, so many seconds after it began.
    func instant(of day: CivilDate, second: Int) -> Instant? {
        let place = first.days(until: day)
        guard begins.indices.contains(place) else { return nil }
        return Instant(microseconds: begins[place] + Int64(second) * 1_000_000)
    }

    /// An evening begins at five and lasts four hours.
    static let seconds = 4 * 3600 - 1
    private static let start = 17 * 3600
}
