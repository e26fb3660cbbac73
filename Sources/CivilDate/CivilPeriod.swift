/// Days from one to another, both inclusive: the period of a report.
public struct CivilPeriod: Hashable, Sendable {
    /// The first day that counts.
    public let from: CivilDate

    /// The last day that counts, not before `from`.
    public let through: CivilDate

    /// A period, or nil when it would end before it starts.
    public init?(from: CivilDate, through: CivilDate) {
        guard from <= through else { return nil }
        self.from = from
        self.through = through
    }

    /// The first day that no longer counts: for half-open comparison.
    public var halfOpenEnd: CivilDate { through.adding(days: 1) }

    /// How many days the period has, at least 1.
    public var dayCount: Int { from.days(until: through) + 1 }

    /// Whether the day counts.
    public func contains(_ day: CivilDate) -> Bool {
        from <= day && day <= through
    }
}

extension CivilPeriod: CustomStringConvertible {
    /// `YYYY-MM-DD to YYYY-MM-DD`.
    public var description: String { "\(from) to \(through)" }
}
