import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// What was written under an account's keys: read and written in the transaction of the effect.
struct KeyLedger {
    private let site: SiteID
    private let account: AccountID
    private let now: Instant
    private let transaction: Transaction
    private let mark: KeyMark

    init(
        _ write: KeyedWrite, of account: AccountID, at now: Instant, site: SiteID, vault: Vault,
        in transaction: Transaction
    ) {
        self.site = site
        self.account = account
        self.now = now
        self.transaction = transaction
        mark = KeyMark(write, of: account, site: site, vault: vault)
    }

    /// What was recorded under the key, whatever its author reaches now; nil when nothing was, and then nobody else records
    /// under it before this transaction ends.
    /// - Throws: ``KeyedWriteFault``.
    func kept() async throws -> WrittenOnce? {
        let since = now.adding(microseconds: -mark.seconds * 1_000_000)
        let rows = try await transaction.query(
            """
            SELECT is_free, request, stream, stream_id, version, made_id, advice, told
            FROM access.kept_write(\(account.bound), \(mark.key), \(mark.lock), \(since))
            """)
        guard let row = rows.first, try row.decode(0, as: Bool.self) else { throw KeyedWriteFault.stillRunning }
        guard let known = try row.decode(1, as: Digest256?.self) else { return nil }
        guard known == mark.request else { throw KeyedWriteFault.keyOfAnother }
        let stream = try row.decode(2, as: String?.self).flatMap { StreamName(rawValue: $0) }
        let id = try row.decode(3, as: UUIDBytes?.self)
        return WrittenOnce(
            place: stream.flatMap { stream in id.map { WrittenOnce.Place(stream: stream, id: $0) } },
            version: StreamSeq(try row.decode(4, as: Int64?.self) ?? StreamSeq.beforeFirst.number),
            made: try row.decode(5, as: UUIDBytes?.self), advice: try row.decode(6, as: [String].self),
            told: try row.decode(7, as: String?.self))
    }

    /// Writes down what was recorded.
    func keep(_ written: WrittenOnce) throws {
        let version = written.version == .beforeFirst ? nil : written.version.number
        try transaction.postpone(
            """
            INSERT INTO exchange.keyed_write (
                site_id, account_id, write_key, request, stream, stream_id, version, made_id, advice, told, recorded_at)
            VALUES (
                \(site.number), \(account.bound), \(mark.key), \(mark.request), \(written.place?.stream.rawValue as String?),
                \(written.place?.id as UUIDBytes?), \(version as Int64?), \(written.made as UUIDBytes?),
                \(written.advice), \(written.told as String?), \(now))
            """)
    }
}
