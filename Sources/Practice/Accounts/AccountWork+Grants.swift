import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

/// A role as it is asked for.
package struct GrantWish: Hashable, Sendable {
    /// The role.
    package var role: Role
    /// The team; nil for the whole site.
    package var team: TeamCode?
    /// The code of the site's file under which the person works; nil for roles that treat nobody.
    package var staff: StaffCode?
    /// The first day; nil for today.
    package var from: CivilDate?
    /// The last day; nil while no end is set.
    package var through: CivilDate?

    /// A wish.
    package init(
        _ role: Role, team: TeamCode? = nil, staff: StaffCode? = nil, from: CivilDate? = nil, through: CivilDate? = nil
    ) {
        self.role = role
        self.team = team
        self.staff = staff
        self.from = from
        self.through = through
    }
}

extension AccountWork {
    /// Gives an account a role, at a site or in the network.
    /// - Parameter dryRun: looks whether it could be given, and gives nothing.
    package func grant(
        _ wish: GrantWish, to code: AccountCode, at site: SiteCode?, dryRun: Bool = false
    ) async throws {
        try await about(code, at: site, for: .manageAccounts) { id, transaction, session in
            try await give(wish, to: id, in: transaction, session, dryRun: dryRun)
        }
    }

    /// Takes all grants of a role back that an account has at a site, or in the network.
    /// - Returns: how many there were.
    @discardableResult
    package func revoke(_ role: Role, of code: AccountCode, at site: SiteCode?) async throws -> Int {
        guard role.isOfNetwork == (site == nil) else { throw AccountWorkFault.roleElsewhere(role) }
        return try await about(code, at: site, for: .manageAccounts) { id, transaction, session in
            let grants = try await Grants.of(id, in: transaction)
                .filter { $0.role == role && $0.site == session?.site.id }
            guard !grants.isEmpty else { throw AccountWorkFault.noSuchGrant(role) }
            for grant in grants {
                try await Grants.revoke(grant, by: practice.actor.recordedBy, at: now, in: transaction)
            }
            return grants.count
        }
    }

    /// Lets an account stand in for a member of staff between two days: it gets the roles that they have on those days,
    /// and the log says for whom. It ends by itself.
    /// - Parameter dryRun: says how many roles it would get, and gives none.
    /// - Returns: how many roles it got.
    @discardableResult
    package func cover(
        _ code: AccountCode, for staff: StaffCode, from: CivilDate, through: CivilDate, at site: SiteCode,
        dryRun: Bool = false
    ) async throws -> Int {
        guard from <= through else { throw AccountWorkFault.endsBeforeItBegins }
        return try await about(code, at: site, for: .manageAccounts) { id, transaction, session in
            guard let session else { return 0 }
            let own = try await Grants.of(id, in: transaction).first { $0.site == session.site.id && $0.staff != nil }
            let covered = try await Grants.held(by: staff, at: session.site.id, in: transaction)
                .filter { $0.account != id && $0.from <= through && $0.through.map { $0 >= from } ?? true }
            guard !covered.isEmpty else { throw AccountWorkFault.nothingToCover(staff) }
            for grant in covered where !dryRun {
                let stand = Grants.Proposal(
                    account: id, role: grant.role, team: grant.team, staff: own?.staff, from: max(from, grant.from),
                    through: min(through, grant.through ?? through), coverFor: staff)
                try await Grants.give(
                    stand, at: session.site.id, by: practice.actor.recordedBy, at: now, in: transaction)
            }
            return covered.count
        }
    }

    func give(
        _ wish: GrantWish, to id: AccountID, in transaction: Transaction, _ session: SiteSession?, dryRun: Bool = false
    ) async throws {
        guard wish.role.isOfNetwork == (session == nil) else { throw AccountWorkFault.roleElsewhere(wish.role) }
        let from = wish.from ?? session?.today ?? now.utcDay
        guard wish.through.map({ from <= $0 }) ?? true else { throw AccountWorkFault.endsBeforeItBegins }
        if let session { try check(wish, session) }
        let proposal = Grants.Proposal(
            account: id, role: wish.role, team: try wish.team.map { try session?.team($0).id } ?? nil,
            staff: wish.staff, from: from, through: wish.through, coverFor: nil)
        guard !dryRun else { return }
        try await Grants.give(
            proposal, at: session?.site.id, by: practice.actor.recordedBy, at: now, in: transaction)
    }

    private func check(_ wish: GrantWish, _ session: SiteSession) throws {
        if wish.role == .therapist, wish.staff == nil { throw AccountWorkFault.staffNeeded(wish.role) }
        guard let staff = wish.staff else { return }
        let posts = try session.staff()
        guard posts.contains(where: { $0.staff == staff }) else {
            throw AccountWorkFault.unknownStaff(staff, nearest: posts.nearest(to: staff))
        }
    }
}
