import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Vault

/// What was written in the network under an account's keys: read and written in the transaction of the effect. The network
/// has no site whose keys could name it, so the hashes come from the key of what is of no site; and what is answered is
/// a number, so nothing of anybody is kept.
struct NetworkLedger {
    private let account: AccountID
    private let now: Instant
    private let transaction: Transaction
    private let mark: KeyMark

    init(_ write: KeyedWrite, of account: AccountID, at now: Instant, vault: Vault, in transaction: Transaction) {
        self.account = account
        self.now = now
        self.transaction = transaction
        mark = KeyMark(write, of: account, site: .door, vault: vault)
    }

    /// What was recorded under the key; nil when nothing was, and then nobody else records under it before this
    /// transaction ends. What is over is not known any more, whoever's it was.
    /// - Throws: ``KeyedWriteFault``.
    func kept() async throws -> WrittenOnce? {
        let isFree = try await transaction.query("SELECT pg_try_advisory_xact_lock(\(mark.lock))")
            .column(0, as: Bool.self).first
        guard isFree == true else { throw KeyedWriteFault.stillRunning }
        let since = now.adding(microseconds: -mark.seconds * 1_000_000)
        try await transaction.execute("DELETE FROM exchange.network_write WHERE recorded_at <= \(since)")
        let rows = try await transaction.query(
            """
            SELECT request, told FROM exchange.network_write
            WHERE account_id = \(account.bound) AND write_key = \(mark.key)
            """)
        guard let row = rows.first else { return nil }
        guard try row.decode(0, as: Digest256.self) == mark.request else { throw KeyedWriteFault.keyOfAnother }
        return WrittenOnce(told: try row.decode(1, as: String?.self))
    }

    /// Writes down what was recorded.
    func keep(_ written: WrittenOnce) throws {
        try transaction.postpone(
            """
            INSERT INTO exchange.network_write (account_id, write_key, request, told, recorded_at)
            VALUES (\(account.bound), \(mark.key), \(mark.request), \(written.told as String?), \(now))
            """)
    }
}

extension Practice {
    /// Does something of the network once however often it is sent under its key, in one transaction.
    /// - Parameters:
    ///   - isNoted: whether it is a look of its own; what was prepared under the same action was one already.
    ///   - body: does it, and gives the number that is answered; nil where there is none.
    /// - Throws: ``KeyedWriteFault``; what `body` throws.
    func networkOnce(
        _ keyed: KeyedWrite, for action: Action, isNoted: Bool = true, scope: SessionScope? = nil,
        _ body: (Transaction) async throws -> Int?
    ) async throws -> WrittenOnce {
        guard case .account(let seat) = asker else { throw KeyedWriteFault.nobody }
        return try await Retry.onConflict {
            try await withNetwork(for: action, isNoted: isNoted, scope: scope) { transaction in
                let ledger = NetworkLedger(
                    keyed, of: seat.account, at: clock.now(), vault: store.vault, in: transaction)
                if let kept = try await ledger.kept() { return kept }
                let written = WrittenOnce(told: try await body(transaction).map(String.init))
                try ledger.keep(written)
                return written
            }
        }
    }

    /// What was recorded under a key before; nil when nothing was. What takes long to prepare asks first.
    /// - Throws: ``KeyedWriteFault``.
    func networkKept(_ keyed: KeyedWrite, for action: Action) async throws -> WrittenOnce? {
        guard case .account(let seat) = asker else { throw KeyedWriteFault.nobody }
        return try await withNetwork(for: action) { transaction in
            try await NetworkLedger(keyed, of: seat.account, at: clock.now(), vault: store.vault, in: transaction)
                .kept()
        }
    }
}
