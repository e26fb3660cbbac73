import CivilDate

/// Days on which a team had at least one open family: half-open, `until` is the day on which the last one was closed.
public struct FamilySpell: Hashable, Sendable {
    /// The first day.
    public var from: CivilDate
    /// The first day without a family; nil while the team has one.
    public var until: CivilDate?

    /// Days with a family.
    public init(from: CivilDate, until: CivilDate? = nil) {
        self.from = from
        self.until = until
    }
}
