import Accounts
import CivilDate
import Intervention
import Sites

extension AccountWork {
    /// A link that opens an account of a role once, in an invented network; the account is made when there is none.
    /// - Returns: nil for a role that works with families, at a site whose file names nobody in it.
    package func demonstrate(_ role: Role, at site: SiteCode) async throws -> LinkToken? {
        guard let code = AccountCode(role.rawValue) else { return nil }
        let place = role.isOfNetwork ? nil : site
        let found = try await network(.showAccounts) { try await directory.find(code, in: $0) }
        if found == nil {
            let wish = try await demonstration(of: role, at: site)
            if role == .therapist, wish.staff == nil { return nil }
            try await create(code, AccountParticulars(), with: wish, at: place)
        }
        return try await link(.signIn, for: code, at: place)
    }

    /// The role with a post of it that the site's file names, where it names one.
    private func demonstration(of role: Role, at site: SiteCode) async throws -> GrantWish {
        guard !role.isOfNetwork else { return GrantWish(role) }
        return try await practice.withSite(site, for: .showSite) { session in
            for team in try session.rules.configuration().teams {
                let post = team.staff.first { $0.role.rawValue == role.rawValue && $0.covers(session.today) }
                if let post { return GrantWish(role, team: team.code, staff: post.staff) }
            }
            return GrantWish(role)
        }
    }
}
