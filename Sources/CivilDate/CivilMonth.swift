/// A month of a year: how births are kept, and how the network counts.
public struct CivilMonth: Hashable, Comparable, Sendable {
    /// Months since January of the year 0; every value is a month.
    let index: Int32

    init(year: Int, ordinal: Int) {
        index = Int32(year * 12 + ordinal - 1)
    }

    private init(index: Int32) {
        self.index = index
    }

    /// A month, or nil when there is none such.
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - month: 1 to 12.
    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.init(year: year, ordinal: month)
    }

    /// A month written `YYYY-MM`; nil for any other form.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let year = Digits.number(bytes[0..<4]),
            let month = Digits.number(bytes[5..<7])
        else { return nil }
        self.init(year: year, month: month)
    }

    /// 1 to 9999.
    public var year: Int { Int(index) / 12 }

    /// 1 to 12.
    public var month: Int { Int(index) % 12 + 1 }

    /// How many days the month has, 28 to 31.
    public var length: Int { CivilMonth.length(year: year, month: month) }

    /// The first of the month.
    public var firstDay: CivilDate {
        CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: 1))
    }

    /// The last of the month.
    public var lastDay: CivilDate { firstDay.adding(days: length - 1) }

    /// The month `months` later (earlier when negative).
    public func adding(months: Int) -> CivilMonth {
        CivilMonth(index: index + Int32(months))
    }

    /// How many months lie from this month to `other`, negative when `other` is earlier.
    public func months(until other: CivilMonth) -> Int {
        Int(other.index - index)
    }

    /// Earlier months come first.
    public static func < (lhs: CivilMonth, rhs: CivilMonth) -> Bool {
        lhs.index < rhs.index
    }

    static func length(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

extension CivilMonth: CustomStringConvertible {
    /// `YYYY-MM`.
    public var description: String { "\(Digits.padded(year, to: 4))-\(Digits.padded(month, to: 2))" }
}
