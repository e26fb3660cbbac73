import CivilDate

/// What a model may look at of a team on a day.
public struct TeamSituation: Hashable, Sendable {
    /// What is on record of the team.
    public var facts: TeamFacts
    /// Everybody who was, is or will be in post, as the site's configuration in force says.
    public var staff: [StaffPost]
    /// How many open families each therapist has on the day.
    public var caseload: [StaffCode: Int]
    /// Open families of the team that nobody is named for on the day.
    public var unallocated: Int

    /// A team as it stands.
    public init(
        _ facts: TeamFacts, staff: [StaffPost] = [], caseload: [StaffCode: Int] = [:], unallocated: Int = 0
    ) {
        self.facts = facts
        self.staff = staff
        self.caseload = caseload
        self.unallocated = unallocated
    }

    /// Open families of the team on the day.
    public var families: Int { caseload.values.reduce(unallocated, +) }

    /// The posts of a day, by person.
    public func posts(on day: CivilDate) -> [StaffPost] {
        staff.filter { $0.covers(day) }.sorted { ($0.staff, $0.from) < ($1.staff, $1.from) }
    }
}
