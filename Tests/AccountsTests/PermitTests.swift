import Accounts
import CivilDate
import Intervention
import Testing

/// Whether somebody may do something: every action for every role, at their own site and at another, before, while and
/// after a grant holds, held against a plain reading of the table.
@Suite struct PermitTests {
    private static let own = SiteID(1)
    private static let other = SiteID(2)
    private static let team = TeamID(high: 7, low: 1)
    private static let today = CivilDate(dayNumber: 20_000)
    private static let account = AccountID(high: 1, low: 1)

    private static func grant(
        _ role: Role, from: Int = 0, through: Int? = nil, staff: String? = "jt", coverFor: String? = nil
    ) -> Grant {
        Grant(
            id: GrantID(high: 2, low: 2), account: account, role: role, site: role.isOfNetwork ? nil : own, team: team,
            staff: staff.flatMap { StaffCode($0) }, from: today.adding(days: from),
            through: through.map { today.adding(days: $0) }, coverFor: coverFor.flatMap { StaffCode($0) })
    }

    private static func seat(
        _ grants: [Grant], way: Asker.Seat.Way = .session, only: Set<Action>? = nil
    ) throws -> Asker {
        .account(
            Asker.Seat(
                account: account, code: try #require(AccountCode("jt")), grants: grants, way: way, only: only))
    }

    @Test func `each action is allowed to each role where and while a grant of it holds, and nowhere else`() throws {
        var probes = 0
        for action in Action.allCases {
            for role in Role.allCases {
                let rules = Policy.rules(of: action).filter { $0.role == role }
                for (from, through, holds) in [
                    (-1, nil, true), (0, 0, true), (-5, 5, true), (1, nil, false), (-5, -1, false),
                ] as [(Int, Int?, Bool)] {
                    let asker = try Self.seat([Self.grant(role, from: from, through: through)])
                    for site in [Self.own, Self.other, nil] {
                        let isThere = site == (role.isOfNetwork ? nil : Self.own)
                        let wanted = rules.contains { rule in
                            holds && (isThere || rule.relation == .themselves && site == nil)
                        }
                        let permit = Policy.permit(action, to: asker, at: site, on: Self.today)
                        #expect((permit != nil) == wanted, "\(action.rawValue) \(role.rawValue) \(from)")
                        #expect(permit?.claims.isEmpty != true)
                        probes += 1
                    }
                }
            }
        }
        #expect(probes >= 5_000)
    }

    @Test func `who has no grant may do nothing, and the programme everything`() throws {
        let nobody = try Self.seat([])
        for action in Action.allCases {
            #expect(Policy.permit(action, to: nobody, at: Self.own, on: Self.today) == nil)
            #expect(Policy.permit(action, to: .operator, at: Self.own, on: Self.today) != nil)
            #expect(Policy.permit(action, to: .programme, at: Self.own, on: Self.today) != nil)
        }
    }

    @Test func `a token does what it was made for and no more of what the grants allow`() throws {
        let grants = [Self.grant(.supervisor)]
        let asker = try Self.seat(grants, way: .token, only: [.showDuties, .manageAccounts])
        #expect(Policy.permit(.showDuties, to: asker, at: Self.own, on: Self.today) != nil)
        #expect(Policy.permit(.showEpisode, to: asker, at: Self.own, on: Self.today) == nil)
        #expect(Policy.permit(.manageAccounts, to: asker, at: Self.own, on: Self.today) == nil)
    }

    @Test func `nobody changes the rights of their own account or lifts a bar on it`() throws {
        let asker = try Self.seat([Self.grant(.administrator), Self.grant(.governance)])
        let other = AccountID(high: 1, low: 2)
        for action in [Action.manageAccounts, .manageTokens, .barPerson] {
            let own = Policy.permit(action, to: asker, at: Self.own, on: Self.today, about: Self.account)
            #expect(own == nil, "\(action.rawValue)")
            #expect(Policy.permit(action, to: asker, at: Self.own, on: Self.today, about: other) != nil)
        }
    }

    @Test func `cover is for the families of the covered and says so, and own work is written down first`() throws {
        let cover = Self.grant(.therapist, through: 3, coverFor: "ab")
        let permit = try #require(
            Policy.permit(
                .showEpisode, to: try Self.seat([cover, Self.grant(.therapist)]), at: Self.own, on: Self.today))
        let families = permit.claims.filter { $0.relation == .ownEpisode }
        #expect(families.map(\.breadth) == ["jt", "ab"].compactMap { StaffCode($0) }.map { .staff($0) })
        #expect(families.map(\.coverFor?.text) == [nil, "ab"])
        let after = Policy.permit(
            .showEpisode, to: try Self.seat([cover]), at: Self.own, on: Self.today.adding(days: 4))
        #expect(after == nil)
    }

    @Test func `a therapist without a code has no families`() throws {
        let permit = Policy.permit(
            .recordEpisode, to: try Self.seat([Self.grant(.therapist, staff: nil)]), at: Self.own, on: Self.today)
        #expect(permit == nil)
    }
}
