/// A time of day as clocks show it: `02:30`.
package struct LocalTime: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0 to 1,439.
    package let minutes: Int

    /// The time that a text names, `HH:MM`; nil for any other form.
    package init?(_ text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 5, digits[2] == UInt8(ascii: ":"), let hour = LocalTime.number(digits[0], digits[1]),
            let minute = LocalTime.number(digits[3], digits[4]), hour < 24, minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    private init(minutes: Int) { self.minutes = minutes }

    /// The time so many seconds after midnight, to the minute.
    init(second: Int) { self.init(minutes: second / 60) }

    /// 02:30: after the last change of the clocks, before the first morning.
    package static let usualNight = LocalTime(minutes: 150)
    /// 06:00: when the first lists are read.
    package static let usualMorning = LocalTime(minutes: 360)

    private static func number(_ tens: UInt8, _ ones: UInt8) -> Int? {
        let zero = UInt8(ascii: "0")
        let digits = zero...UInt8(ascii: "9")
        guard digits.contains(tens), digits.contains(ones) else { return nil }
        return Int(tens - zero) * 10 + Int(ones - zero)
    }

    /// Seconds since midnight.
    package var seconds: Int { minutes * 60 }

    /// Earlier times of the day come first.
    package static func < (lhs: LocalTime, rhs: LocalTime) -> Bool { lhs.minutes < rhs.minutes }
}

extension LocalTime: CustomStringConvertible {
    /// `HH:MM`.
    package var description: String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
