import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Connections of which role a transaction of the network is opened over.
    enum NetworkRole {
        /// The role that works under one site's scope.
        case application
        /// The role that reads the reporting facts of all sites.
        case reporting
    }

    /// All of each site that a transaction of the network will enter, and no kind of content of any record.
    static let reachingSites = SessionScope(["homeward.reach": "site"])

    /// Lends one transaction without the scope of any site, for an action of the network.
    /// - Throws: what `body` throws, unchanged; ``PracticeFault``.
    func withNetwork<Result: Sendable>(
        for action: Action, as role: NetworkRole = .application, isNoted: Bool = true, scope: SessionScope? = nil,
        isolation: IsolationLevel = .readCommitted, access: AccessMode = .readWrite,
        _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try await checkNetwork(action, isNoted: isNoted)
        let pool = role == .reporting ? reporting : application
        return try await PracticeFault.translating {
            try await pool.transaction(scope: scope, isolation: isolation, access: access, body)
        }
    }

    /// Refuses an action of the network that the asker may not do, and writes down what it may. The figures are read by a
    /// role that writes nothing, so this is a transaction of its own, before it.
    private func checkNetwork(_ action: Action, isNoted: Bool) async throws {
        guard asker != .programme else { return }
        let mayDo = try await PracticeFault.translating {
            try await application.transaction { transaction in
                let mayDo = try await isAllowed(action, in: transaction)
                if !mayDo || isNoted && isLooked(action) {
                    let look = Look(
                        action, at: .site, as: asker == .operator ? .programme : .network,
                        outcome: mayDo ? .allowed : .refused)
                    try await LookBook.write(ofNetwork: [look], by: asker, at: clock.now(), in: transaction)
                }
                return mayDo
            }
        }
        guard mayDo else { throw PracticeFault.notAllowed(action) }
    }

    /// Whether the asker may do an action of the network now. Its day is the day in UTC.
    func isAllowed(_ action: Action, in transaction: Transaction) async throws -> Bool {
        guard case .account(let seat) = asker else { return true }
        return isAllowed(action, to: try await seat.renewed(in: transaction))
    }

    /// Whether an account may do an action of the network, by the grants that it has now; nil for one that was closed.
    func isAllowed(_ action: Action, to now: Asker.Seat?) -> Bool {
        now.map { Policy.permit(action, to: .account($0), at: nil, on: clock.now().utcDay) != nil } ?? false
    }
}
