import CivilDate
import Foundation

/// Tells which calendar day it is at a site. The one place where instants become days: PostgreSQL and Foundation
/// disagree about the hour that a clock change repeats, so SQL never converts zones.
package struct SiteClock: Sendable {
    /// The site's time zone.
    package let timeZone: SiteTimeZone
    private let rules: TimeZone

    /// The clock of a zone.
    package init(_ timeZone: SiteTimeZone) {
        self.timeZone = timeZone
        // The name was known when the zone was made, so it is known now.
        rules = TimeZone(identifier: timeZone.name) ?? .gmt
    }

    /// The day that an instant lies in at the site.
    package func day(of instant: Instant) -> CivilDate {
        // Clocks change at whole seconds, and whole seconds are exact in a Date.
        let seconds = instant.microseconds.dividedDown(by: 1_000_000)
        return CivilDate(dayNumber: Int32((seconds + offset(at: seconds)).dividedDown(by: 86_400)))
    }

    /// How many seconds clocks at the site are ahead of UTC, so many seconds after 1970 began there.
    func offset(at seconds: Int64) -> Int64 {
        Int64(rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity.
    fileprivate func dividedDown(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
