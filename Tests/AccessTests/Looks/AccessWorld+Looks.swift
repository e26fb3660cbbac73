import Accounts
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Testing

extension AccessWorld {
    /// The looks of a site, or of the network, as `ACTION RELATION TARGET OUTCOME`, in the order in which they arrived.
    func looks(by actor: String? = nil) async throws -> [String] {
        try await asAdministrator { connection in
            try await connection.query(
                """
                SELECT concat_ws(' ', action, relation, target, outcome) FROM (
                    SELECT arrival, actor::text, action::text, relation, target, outcome FROM access.look
                    UNION ALL
                    SELECT arrival, actor::text, action::text, 'network', 'network', outcome FROM door.network_look
                ) AS l
                WHERE \(nullable: actor)::text IS NULL OR actor = \(nullable: actor)::text
                ORDER BY arrival
                """
            ).column(0, as: String.self)
        }
    }

    /// The officer of NORTH, as signed in with the second factor just given.
    func officer() async throws -> Practice {
        let account = try await account("ig-north", [.init(role: .governance, site: north)])
        return try await steppedUp(account)
    }

    /// The use cases as an account asks for them that gave its second factor just now.
    func steppedUp(_ account: Account) async throws -> Practice {
        let seat = try await account.seat()
        return practice.asking(
            .account(
                Asker.Seat(
                    account: seat.account, code: seat.code, grants: seat.grants, way: .session,
                    factorAt: fixtures.clock.shown)))
    }

    /// Ef of oak in NORTH, who has nothing to do with the families of elm.
    func stranger() async throws -> Account {
        try await account("ef-north", [.init(role: .therapist, site: north, team: "oak", staff: "ef")])
    }
}
