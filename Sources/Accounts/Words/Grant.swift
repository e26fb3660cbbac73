package import CivilDate
package import Intervention

/// A role that an account has at a site or in the network, between two days.
package struct Grant: Hashable, Sendable {
    /// Its id.
    package let id: GrantID
    /// Who has it.
    package let account: AccountID
    /// The role.
    package let role: Role
    /// The site; nil for roles of the network.
    package let site: SiteID?
    /// The team; nil for all teams of the site.
    package let team: TeamID?
    /// As whom they work there: the code in allocations and events; nil for roles that treat nobody.
    package let staff: StaffCode?
    /// The first day.
    package let from: CivilDate
    /// The last day; nil while no end is set.
    package let through: CivilDate?
    /// Whose grant it covers for, when it is cover: it ends by itself and the log says "for".
    package let coverFor: StaffCode?

    /// A grant as it is kept.
    package init(
        id: GrantID, account: AccountID, role: Role, site: SiteID?, team: TeamID? = nil, staff: StaffCode? = nil,
        from: CivilDate, through: CivilDate? = nil, coverFor: StaffCode? = nil
    ) {
        self.id = id
        self.account = account
        self.role = role
        self.site = site
        self.team = team
        self.staff = staff
        self.from = from
        self.through = through
        self.coverFor = coverFor
    }

    /// Whether it holds on a day.
    package func holds(on day: CivilDate) -> Bool { from <= day && through.map { day <= $0 } ?? true }
}

/// What a grant's id stands for; it only marks a type.
package enum GrantSubject: Sendable {}

/// The id of a grant.
package typealias GrantID = RecordID<GrantSubject>
