/// A point in time to the microsecond, which is what PostgreSQL keeps: when something became known.
public struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z, without leap seconds.
    public let microseconds: Int64

    /// The instant that lies that many microseconds after 1970-01-01T00:00:00Z.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The instant `microseconds` later (earlier when negative).
    public func adding(microseconds: Int64) -> Instant {
        Instant(microseconds: self.microseconds + microseconds)
    }

    /// The day in UTC that this instant lies in. A site's own day needs its civil time instead.
    public var utcDay: CivilDate {
        CivilDate(dayNumber: Int32(microseconds.quotientDown(by: Instant.microsecondsPerDay)))
    }

    /// Earlier instants come first.
    public static func < (lhs: Instant, rhs: Instant) -> Bool {
        lhs.microseconds < rhs.microseconds
    }

    static let microsecondsPerDay: Int64 = 86_400_000_000
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC with six decimals: `2026-03-01T09:30:00.000000Z`.
    public var description: String {
        let day = utcDay
        let ofDay = microseconds - Int64(day.dayNumber) * Instant.microsecondsPerDay
        let seconds = Int(ofDay / 1_000_000)
        let hour = Digits.padded(seconds / 3600, to: 2)
        let minute = Digits.padded(seconds / 60 % 60, to: 2)
        let second = Digits.padded(seconds % 60, to: 2)
        let fraction = Digits.padded(Int(ofDay % 1_000_000), to: 6)
        return "\(day)T\(hour):\(minute):\(second).\(fraction)Z"
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity, so that days before 1970 come out right.
    func quotientDown(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
