import CivilDate
import Sites

/// Instants as people at a site read them: by their own clocks.
package enum LocalText {
    /// `03:15 on 5 January 2026`.
    package static func minute(_ instant: Instant, _ clock: SiteClock) -> String {
        "\(clock.time(of: instant)) on \(DayText.long(clock.day(of: instant)))"
    }
}
