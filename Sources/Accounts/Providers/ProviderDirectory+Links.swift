package import CivilDate
package import Intervention
internal import OpenID
package import Postgres
internal import Vault

extension ProviderDirectory {
    /// Says that a provider means an account by a subject. A provider of one site opens nothing of another: the account
    /// must have roles at its site and nowhere else, now and at each sign-in.
    /// - Throws: ``ProviderFault``.
    package func link(
        _ account: AccountID, to code: ProviderCode, as subject: Subject, of site: SiteID, by actor: StaffCode,
        at now: Instant, in transaction: Transaction
    ) async throws {
        guard let provider = try await find(code, in: transaction), provider.site == site else {
            throw ProviderFault.unknown(code)
        }
        try ProviderDirectory.check(try await Grants.of(account, in: transaction), of: site, at: now)
        let tag = try await transaction.execute(
            """
            INSERT INTO access.provider_link (site_id, provider_id, subject_index, account_id, linked_by, linked_at)
            VALUES (
                \(site.number), \(provider.id.bound), \(index(subject, of: provider)), \(account.bound),
                \(actor.text), \(now))
            ON CONFLICT DO NOTHING
            """)
        guard tag.rows == 1 else { throw ProviderFault.linked }
    }

    /// Asks that a provider may open an account by a subject. Where nothing opens the account yet it may at once; else another
    /// hand has to ask for the same within ``patience``: whoever alone named a subject of their own would be the account.
    /// - Returns: whether it may be linked now.
    /// - Throws: ``ProviderFault``.
    package func wish(
        _ account: AccountID, to code: ProviderCode, as subject: Subject, of site: SiteID, by hand: StaffCode,
        at now: Instant, in transaction: Transaction
    ) async throws -> Bool {
        guard let provider = try await find(code, in: transaction), provider.site == site else {
            throw ProviderFault.unknown(code)
        }
        try ProviderDirectory.check(try await Grants.of(account, in: transaction), of: site, at: now)
        let rows = try await transaction.query(
            """
            SELECT door.wish_subject(
                \(account.bound), \(provider.id.bound), \(index(subject, of: provider)), \(hand.text), \(now),
                \(now.adding(seconds: -ProviderDirectory.patience)))
            """)
        let refused = try rows.column(0, as: String?.self).first ?? nil
        guard refused != "linked" else { throw ProviderFault.linked }
        return refused == nil
    }

    /// How long one who asked for a link waits for another to ask for the same: 7 days, in seconds.
    package static let patience: Int64 = 7 * 24 * 60 * 60

    /// Takes a link back: the provider opens the account no more.
    /// - Parameter hand: whose hand it was: it replaces no password and no factor of the account soon after.
    /// - Returns: whether there was one.
    @discardableResult
    package func unlink(
        _ account: AccountID, from code: ProviderCode, of site: SiteID, by actor: StaffCode, hand: StaffCode? = nil,
        at now: Instant, in transaction: Transaction
    ) async throws -> Bool {
        let tag = try await transaction.execute(
            """
            UPDATE access.provider_link SET removed_by = \(actor.text), removed_at = \(now)
            WHERE site_id = \(site.number) AND account_id = \(account.bound) AND removed_at IS NULL
                AND provider_id = (SELECT p.provider_id FROM door.provider_of(\(code.text)) AS p)
            """)
        guard tag.rows == 1 else { return false }
        _ = try await transaction.query("SELECT door.note_unlinking(\(account.bound), \((hand ?? actor).text), \(now))")
        return true
    }

    /// A provider by its code; nil when there is none, or it was removed.
    package func find(_ code: ProviderCode, in transaction: Transaction) async throws -> Provider? {
        let rows = try await transaction.query(
            "SELECT provider_id, site_id, issuer, client_id, key_id, sealed FROM door.provider_of(\(code.text))")
        return try rows.first.map { try provider(code, of: $0) }
    }

    /// A provider as its row says it.
    private func provider(_ code: ProviderCode, of row: Row) throws -> Provider {
        let (uuid, site, text, client) = try row.decode(UUIDBytes.self, Int32.self, String.self, String.self)
        let id = ProviderID(uuid)
        guard let issuer = Issuer(text: text, clientID: client) else { throw AccountFault.unreadable }
        return Provider(id: id, code: code, site: SiteID(site), issuer: issuer, secret: try secret(of: id, in: row))
    }

    /// The client secret in a provider's row; nil for a client without one.
    private func secret(of id: ProviderID, in row: Row) throws -> ClientSecret? {
        guard let bytes = try row.decode("sealed", as: [UInt8]?.self) else { return nil }
        let name = try row.decode("key_id", as: String?.self)
        return ClientSecret(try open(bytes, key: name, row: ProviderDirectory.row(id)))
    }

    /// The codes of all providers, for the page to sign in at.
    package func codes(in transaction: Transaction) async throws -> [ProviderCode] {
        try await transaction.query("SELECT code FROM door.providers()").column(0, as: String.self)
            .compactMap { ProviderCode($0) }
    }

    func open(_ bytes: [UInt8], key name: String?, row: [UInt8]) throws -> String {
        guard let key = name.flatMap({ KeyID($0) }) else { throw AccountFault.unreadable }
        let text = try vault.open(Sealed(key: key, bytes: bytes), site: .door, purpose: .door, row: row)
        return String(decoding: text, as: UTF8.self)
    }

    /// What is kept of a subject: a keyed hash of it with its issuer.
    func index(_ subject: Subject, of provider: Provider) -> Digest256 {
        vault.blindIndex(
            site: .door, purpose: .door,
            "subject \(provider.issuer.text.utf8.count) \(provider.issuer.text) \(subject.text)")
    }

    /// Whether a provider of the site may open an account with these grants.
    static func check(_ grants: [Grant], of site: SiteID, at now: Instant) throws(ProviderFault) {
        // A grant to come counts: whoever signs in today may still be there then.
        let held = grants.filter { grant in grant.through.map { $0 >= now.utcDay.adding(days: -1) } ?? true }
        guard held.contains(where: { $0.site == site }) else { throw .noRoleHere }
        guard held.allSatisfy({ $0.site == site }) else { throw .rolesElsewhere }
    }
}
