import CivilDate

/// The days for which a team holds the licence of its model.
public struct LicenceTerm: Hashable, Sendable {
    /// The first day.
    public var from: CivilDate
    /// The last day, not before the first.
    public var through: CivilDate

    /// A term, or nil when it would end before it begins.
    public init?(from: CivilDate, through: CivilDate) {
        guard from <= through else { return nil }
        self.from = from
        self.through = through
    }

    /// Whether a day lies in it.
    public func covers(_ day: CivilDate) -> Bool {
        (from...through).contains(day)
    }
}
