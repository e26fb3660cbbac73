import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Whether doing an action enters the access log: not what the programme does by itself.
    func isLooked(_ action: Action) -> Bool { asker != .programme && Policy.traits(of: action).isLooked }

    /// Writes looks in the transaction of what was looked at.
    func write(_ looks: [Look], at site: SiteID, in transaction: Transaction) async throws {
        guard asker != .programme else { return }
        try await LookBook.write(looks, by: asker, at: clock.now(), site: site, in: transaction)
    }

    /// Writes a refusal down, in a transaction of its own since the one that was refused is undone.
    /// - Returns: what is told.
    func refused(
        _ denial: Denial, _ action: Action, at site: SiteID, over connection: Connection
    ) async throws -> PracticeFault {
        let look = Look(action, at: denial.target, as: denial.relation, outcome: .refused)
        try await connection.transaction(scope: SiteScope.closed(site)) { transaction in
            try await write([look], at: site, in: transaction)
        }
        guard case .unknownSite(let code, _) = denial.fault else { return denial.fault }
        return .unknownSite(code, known: try await known(over: connection))
    }

    /// Who is written down as recording: the code under which the account works at the site, or its own, and for whom.
    func author(_ claim: Permit.Claim) -> Author {
        guard case .account(let seat) = asker else { return actor }
        return Author(claim.staff ?? seat.staffCode, onBehalfOf: claim.coverFor)
    }
}

extension Asker.Seat {
    /// The account's code as the record writes who did something: both have the same form.
    var staffCode: StaffCode { StaffCode(code.text) ?? Author.operator.recordedBy }
}
