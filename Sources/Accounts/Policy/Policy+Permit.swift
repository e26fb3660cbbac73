package import CivilDate
package import Intervention

extension Policy {
    /// Whether somebody may do something, and in which ways. Nothing is allowed that the table does not name.
    /// - Parameters:
    ///   - site: where; nil for what belongs to no site.
    ///   - day: the day at the site, which decides what grants hold.
    ///   - account: whose account it is about; nil for none. Nobody changes rights of their own.
    /// - Returns: nil when it is refused.
    package static func permit(
        _ action: Action, to asker: Asker, at site: SiteID?, on day: CivilDate, about account: AccountID? = nil
    ) -> Permit? {
        guard case .account(let seat) = asker else { return Permit(action: action, claims: [.whole]) }
        guard seat.only?.contains(action) ?? true else { return nil }
        guard account != seat.account || !traits(of: action).isForOthersOnly else { return nil }
        let claims = seat.grants.filter { $0.holds(on: day) }.flatMap { grant in
            rules(of: action).filter { $0.role == grant.role && $0.reaches(grant, at: site) }
                .compactMap { Permit.Claim($0, by: grant) }
        }
        return claims.isEmpty ? nil : Permit(action: action, claims: claims.sorted { $0.isNarrower(than: $1) })
    }

    /// Whether somebody has any role at a site on a day, so that it is no secret to them that there is one.
    package static func knows(_ site: SiteID, _ asker: Asker, on day: CivilDate) -> Bool {
        guard case .account(let seat) = asker else { return true }
        return seat.grants.contains { $0.site == site && $0.holds(on: day) }
    }
}

extension Permit {
    /// Whether nobody can do more by the action at the site: all of its families, and all kinds of content.
    package var isAllOfSite: Bool {
        let most = Policy.rules(of: action).reduce(into: Set<Aspect>()) { $0.formUnion($1.aspects) }
        return ofSite.contains { $0.aspects.isSuperset(of: most) }
    }
}

extension Rule {
    /// Whether a grant of the rule's role stands where the rule is asked for.
    fileprivate func reaches(_ grant: Grant, at site: SiteID?) -> Bool {
        relation == .themselves && site == nil || grant.site == site
    }
}

extension Permit.Claim {
    /// Whether this claim is written down rather than the other; own work before cover.
    fileprivate func isNarrower(than other: Permit.Claim) -> Bool {
        let (place, otherPlace) = (Relation.place(relation), Relation.place(other.relation))
        return place != otherPlace ? place < otherPlace : coverFor == nil && other.coverFor != nil
    }
}

extension Relation {
    fileprivate static func place(_ relation: Relation) -> Int {
        narrowestFirst.firstIndex(of: relation) ?? narrowestFirst.count
    }
}
