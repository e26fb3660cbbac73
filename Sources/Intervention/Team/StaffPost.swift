import CivilDate

/// A member of staff in a role of a team, from a day on.
public struct StaffPost: Hashable, Sendable {
    /// Who: the site's code of the person, never a name.
    public var staff: StaffCode
    /// As what.
    public var role: StaffRole
    /// With which share of a full-time post.
    public var fte: FTE
    /// The first day.
    public var from: CivilDate
    /// The last day; nil while it lasts.
    public var through: CivilDate?

    /// A post.
    public init(
        _ staff: StaffCode, as role: StaffRole, fte: FTE = .full, from: CivilDate, through: CivilDate? = nil
    ) {
        self.staff = staff
        self.role = role
        self.fte = fte
        self.from = from
        self.through = through
    }

    /// Whether the person is in post on a day.
    public func covers(_ day: CivilDate) -> Bool {
        from <= day && through.map { day <= $0 } ?? true
    }
}
