import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Whether doing an action enters the access log: not what the programme does by itself.
    func isLooked(_ action: Action) -> Bool { asker != .programme && Policy.traits(of: action).isLooked }

    /// Writes looks in the transaction of what was looked at.
    func write(_ looks: [Look], at site: SiteID, in transaction: Transaction) throws {
        guard asker != .programme else { return }
        try LookBook.write(looks, by: asker, at: clock.now(), site: site, in: transaction)
    }

    /// What is told of an error of a transaction for an action that is undone. A refusal is written down, in a transaction
    /// of its own, and so is what an account asked for that is not there for it.
    func answer(
        to error: any Error, _ action: Action, at site: SiteID, over connection: Connection
    ) async throws -> any Error {
        let denial = error as? Denial
        let fault: any Error = denial?.fault ?? error
        let absent = (fault as? any AbsenceFault)?.absent
        if denial != nil || absent != nil && asker.account != nil {
            // What was asked for is found among all of the site: the asker is not told of it.
            try await connection.transaction(scope: SiteScope.whole(site)) { transaction in
                var target = denial?.target ?? .site
                if target == .site, let absent { target = try await meant(absent, at: site, in: transaction) }
                let look = Look(action, at: target, as: denial?.relation ?? .ownSite, outcome: .refused)
                try write([look], at: site, in: transaction)
            }
        }
        guard case .unknownSite(let code, _)? = denial?.fault else { return fault }
        return PracticeFault.unknownSite(code, known: try await known(over: connection))
    }

    /// What of a site somebody meant; the site where there is no such thing.
    private func meant(
        _ absent: AbsentSubject, at site: SiteID, in transaction: Transaction
    ) async throws -> Look.Target {
        switch absent {
        case .episode(let ref):
            return try await store.episodes([ref], site: site, transaction)[ref].map { .episode($0) } ?? .site
        case .child(.ref(let ref)):
            return try await store.children([ref], site: site, transaction)[ref].map { .child($0) } ?? .site
        case .child(.id(let id)): return .child(id)
        case .person(let id): return .person(id)
        }
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
