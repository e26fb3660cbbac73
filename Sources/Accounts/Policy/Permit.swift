package import Intervention

/// That an action is allowed, and by what: the answer of ``Policy``, from which the gate, the filter of queries and the
/// rows that row-level security lets through are made.
package struct Permit: Hashable, Sendable {
    /// One way in which it is allowed: a rule that a grant meets.
    package struct Claim: Hashable, Sendable {
        /// Which families and teams a claim is about.
        package enum Breadth: Hashable, Sendable {
            /// All of the site.
            case site
            /// A team and the families that it has, or had last.
            case team(TeamID)
            /// Families that are allocated to a member of staff, or were last.
            case staff(StaffCode)
            /// Families of the teams whose telephone a member of staff carries on the day.
            case onCall(StaffCode)
            /// Families whose record the account opened in an emergency.
            case opened
            /// No family: it is about oneself, or about the network.
            case nobody
        }

        /// The role; nil for the programme and the operator.
        package let role: Role?
        /// The relation.
        package let relation: Relation
        /// Which families and teams.
        package let breadth: Breadth
        /// What kinds of content.
        package let aspects: Set<Aspect>
        /// As whom the person works there; nil for roles that treat nobody.
        package let staff: StaffCode?
        /// For whom, when it is cover.
        package let coverFor: StaffCode?
    }

    /// What is allowed.
    package let action: Action
    /// In which ways, the narrowest relation first; at least one.
    package let claims: [Claim]

    /// The ways that take in all of a site.
    package var ofSite: [Claim] { claims.filter { $0.breadth == .site } }
}

extension Permit.Claim {
    /// What the programme and the operator have of a site.
    static let whole = Permit.Claim(
        role: nil, relation: .programme, breadth: .site, aspects: Aspect.all, staff: nil, coverFor: nil)

    /// What a rule gives by a grant of its role; nil when the grant does not say what the rule needs.
    init?(_ rule: Rule, by grant: Grant) {
        let breadth: Breadth
        switch rule.relation {
        case .ownEpisode:
            // Cover is for the covered person's families.
            guard let staff = grant.coverFor ?? grant.staff else { return nil }
            breadth = .staff(staff)
        case .ownTeam: breadth = grant.team.map { .team($0) } ?? .site
        case .onCall:
            guard let staff = grant.staff else { return nil }
            breadth = .onCall(staff)
        case .ownSite: breadth = .site
        case .brokeGlass: breadth = .opened
        case .network, .themselves: breadth = .nobody
        case .programme: return nil
        }
        self.init(
            role: rule.role, relation: rule.relation, breadth: breadth, aspects: rule.aspects, staff: grant.staff,
            coverFor: grant.coverFor)
    }
}
