import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// What was written under an account's keys: read and written in the transaction of the effect.
struct KeyLedger {
    /// For how long a key is known: a day.
    static let seconds: Int64 = 24 * 60 * 60

    private let site: SiteID
    private let account: AccountID
    private let now: Instant
    private let transaction: Transaction
    private let key: Digest256
    private let request: Digest256

    init(_ write: KeyedWrite, of account: AccountID, at now: Instant, in session: SiteSession) {
        site = session.site.id
        self.account = account
        self.now = now
        transaction = session.transaction
        let vault = session.store.vault
        key = vault.blindIndex(site: site, purpose: .keyedWrite, "key \(account) \(write.key)")
        request = vault.blindIndex(site: site, purpose: .keyedWrite, "request \(write.request)")
    }

    /// What was recorded under the key; nil when nothing was, and then nobody else records under it before this
    /// transaction ends.
    /// - Throws: ``KeyedWriteFault``.
    func kept() async throws -> WrittenOnce? {
        let isOurs = try await transaction.query("SELECT pg_try_advisory_xact_lock(\(lock))").column(0, as: Bool.self)
        guard isOurs == [true] else { throw KeyedWriteFault.stillRunning }
        // What is over is not known any more, whether the night took it away or not.
        try await transaction.execute(
            """
            DELETE FROM exchange.keyed_write
            WHERE site_id = \(site.number) AND account_id = \(account.bound) AND write_key = \(key)
                AND recorded_at <= \(now.adding(microseconds: -KeyLedger.seconds * 1_000_000))
            """)
        let rows = try await transaction.query(
            """
            SELECT request, episode_id, version, made_id, advice FROM exchange.keyed_write
            WHERE site_id = \(site.number) AND account_id = \(account.bound) AND write_key = \(key)
            """)
        guard let row = rows.first else { return nil }
        guard try row.decode(0, as: Digest256.self) == request else { throw KeyedWriteFault.keyOfAnother }
        return WrittenOnce(
            episode: EpisodeID(try row.decode(1, as: UUIDBytes.self)),
            version: StreamSeq(try row.decode(2, as: Int64.self)), made: try row.decode(3, as: UUIDBytes?.self),
            advice: try row.decode(4, as: [String].self))
    }

    /// Writes down what was recorded.
    func keep(_ written: WrittenOnce) async throws {
        try await transaction.execute(
            """
            INSERT INTO exchange.keyed_write (
                site_id, account_id, write_key, request, episode_id, version, made_id, advice, recorded_at)
            VALUES (
                \(site.number), \(account.bound), \(key), \(request), \(written.episode.bound),
                \(written.version.number), \(written.made as UUIDBytes?), \(written.advice), \(now))
            """)
    }

    /// The first eight bytes of the key's hash.
    private var lock: Int64 {
        Int64(bitPattern: key.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
