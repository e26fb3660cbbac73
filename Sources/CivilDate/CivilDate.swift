/// A calendar day of the proleptic Gregorian calendar: no clock, no time zone.
///
/// Episodes, deadlines and reports are counted in days. A day becomes an instant (or the reverse) only where a
/// site's civil time is known.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before it.
    public let dayNumber: Int32

    /// The day that lies `dayNumber` days after 1970-01-01. Every value is a day.
    public init(dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// A day of the calendar, or nil when there is no such day.
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - month: 1 to 12.
    ///   - day: 1 to the length of the month.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilMonth.length(year: year, month: month)
        else { return nil }
        self.dayNumber = CivilDate.dayNumber(year: year, month: month, day: day)
    }

    /// A day written `YYYY-MM-DD`; nil for any other form and for days that do not exist.
    public init?(iso text: some StringProtocol) {
        var text = String(text)
        guard let day = text.withUTF8({ CivilDate(written: $0) }) else { return nil }
        self = day
    }

    /// A day written `YYYY-MM-DD` in ASCII; nil for any other form and for days that do not exist.
    package init?(iso bytes: ArraySlice<UInt8>) {
        guard let day = bytes.withUnsafeBufferPointer({ CivilDate(written: $0) }) else { return nil }
        self = day
    }

    private init?(written bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Digits.number(bytes, 0..<4), let month = Digits.number(bytes, 5..<7),
            let day = Digits.number(bytes, 8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// 1 to 9999 for days made from a calendar.
    public var year: Int { parts.year }

    /// 1 to 12.
    public var month: Int { parts.month }

    /// The day of the month, 1 to 31.
    public var day: Int { parts.day }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int {
        let sinceMonday = (Int(dayNumber) + 3) % 7
        return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
    }

    /// The month that this day lies in.
    public var civilMonth: CivilMonth {
        let parts = parts
        return CivilMonth(year: parts.year, ordinal: parts.month)
    }

    /// The day `days` later (earlier when negative).
    public func adding(days: Int) -> CivilDate {
        CivilDate(dayNumber: dayNumber + Int32(days))
    }

    /// The same day of the month `months` later, clamped to the end of a shorter month: 31 January and one month is
    /// 28 or 29 February.
    public func adding(months: Int) -> CivilDate {
        let parts = parts
        let target = CivilMonth(year: parts.year, ordinal: parts.month).adding(months: months)
        let day = min(parts.day, target.length)
        return CivilDate(
            dayNumber: CivilDate.dayNumber(year: target.year, month: target.month, day: day)
        )
    }

    /// How many days lie from this day to `other`: plain subtraction, negative when `other` is earlier.
    public func days(until other: CivilDate) -> Int {
        Int(other.dayNumber) - Int(dayNumber)
    }

    /// Whole years from this day to `other`: someone born on this day is that old. Born on 29 February, a year is
    /// completed on 1 March of a common year.
    public func completedYears(on other: CivilDate) -> Int {
        let start = parts
        let end = other.parts
        let reached = (end.month, end.day) >= (start.month, start.day)
        return end.year - start.year - (reached ? 0 : 1)
    }

    /// Earlier days come first.
    public static func < (lhs: CivilDate, rhs: CivilDate) -> Bool {
        lhs.dayNumber < rhs.dayNumber
    }

    /// Days since 1970-01-01 of a calendar day, by shifting the year to begin in March so that the leap day is last.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension CivilDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        let parts = parts
        // Days are written in every event and every list; those of other years nowhere.
        guard (0...9999).contains(parts.year) else {
            let year = Digits.padded(parts.year, to: 4)
            return "\(year)-\(Digits.padded(parts.month, to: 2))-\(Digits.padded(parts.day, to: 2))"
        }
        return String(unsafeUninitializedCapacity: 10) { bytes in
            Digits.write(parts.year, to: bytes, 0..<4)
            bytes.initializeElement(at: 4, to: UInt8(ascii: "-"))
            Digits.write(parts.month, to: bytes, 5..<7)
            bytes.initializeElement(at: 7, to: UInt8(ascii: "-"))
            Digits.write(parts.day, to: bytes, 8..<10)
            return 10
        }
    }
}
