package import CivilDate
package import Intervention
package import OpenID
package import Postgres
package import Vault

/// The identity providers of a site, and whom they mean by a subject.
package struct ProviderDirectory: Sendable {
    let vault: Vault

    /// A directory whose client secrets and subjects this vault seals.
    package init(vault: Vault) {
        self.vault = vault
    }

    /// Adds a provider to a site.
    /// - Throws: ``ProviderFault/codeTaken(_:)``.
    package func add(
        _ wish: ProviderWish, to site: SiteID, by actor: StaffCode, at now: Instant, in transaction: Transaction
    ) async throws -> ProviderID {
        let id = ProviderID.random()
        let sealed = try wish.secret.map { secret in
            try vault.seal(secret.text.utf8, site: .door, purpose: .door, row: ProviderDirectory.row(id))
        }
        let tag = try await transaction.execute(
            """
            INSERT INTO access.provider (
                site_id, provider_id, code, issuer, client_id, key_id, sealed, added_by, added_at)
            VALUES (
                \(site.number), \(id.bound), \(wish.code.text), \(wish.issuer.text), \(wish.issuer.clientID),
                \(nullable: sealed?.key.text), \(nullable: sealed?.bytes), \(actor.text), \(now))
            ON CONFLICT (code) WHERE removed_at IS NULL DO NOTHING
            """)
        guard tag.rows == 1 else { throw ProviderFault.codeTaken(wish.code) }
        return id
    }

    /// Removes a provider with its links: nobody signs in with it any more. What it did stays written down.
    /// - Parameter hand: whose hand it was: it replaces no password and no factor of these accounts soon after.
    /// - Returns: how many accounts it opened.
    /// - Throws: ``ProviderFault/unknown(_:)``.
    @discardableResult
    package func remove(
        _ code: ProviderCode, of site: SiteID, by actor: StaffCode, hand: StaffCode? = nil, at now: Instant,
        in transaction: Transaction
    ) async throws -> Int {
        // A link that outlived its provider would look like a way into its account for ever.
        let opened = try await links(of: code, at: site, in: transaction)
        for account in opened {
            try await unlink(account, from: code, of: site, by: actor, hand: hand, at: now, in: transaction)
        }
        let tag = try await transaction.execute(
            """
            UPDATE access.provider SET removed_by = \(actor.text), removed_at = \(now)
            WHERE site_id = \(site.number) AND code = \(code.text) AND removed_at IS NULL
            """)
        guard tag.rows == 1 else { throw ProviderFault.unknown(code) }
        return opened.count
    }

    /// The accounts that a provider opens, always in the same order, so that two who remove links do not wait for each other.
    private func links(
        of code: ProviderCode, at site: SiteID, in transaction: Transaction
    ) async throws -> [AccountID] {
        try await transaction.query(
            """
            SELECT l.account_id FROM access.provider_link AS l
            JOIN access.provider AS p ON p.site_id = l.site_id AND p.provider_id = l.provider_id
            WHERE p.site_id = \(site.number) AND p.code = \(code.text) AND p.removed_at IS NULL AND l.removed_at IS NULL
            ORDER BY l.account_id
            """
        ).column(0, as: UUIDBytes.self).map { AccountID($0) }
    }

    /// A provider as the list shows it.
    package struct Entry: Hashable, Sendable {
        /// Its code.
        package let code: ProviderCode
        /// Its issuer, and who we are to it.
        package let issuer: Issuer
        /// Whether we have a secret to prove that with.
        package let hasSecret: Bool
        /// How many accounts it can open.
        package let links: Int
    }

    /// The providers of a site, by code.
    package func list(of site: SiteID, in transaction: Transaction) async throws -> [Entry] {
        let rows = try await transaction.query(
            """
            SELECT p.code, p.issuer, p.client_id, p.sealed IS NOT NULL AS has_secret, count(l.account_id) AS links
            FROM access.provider AS p
            LEFT JOIN access.provider_link AS l ON l.site_id = p.site_id AND l.provider_id = p.provider_id
                AND l.removed_at IS NULL
            WHERE p.site_id = \(site.number) AND p.removed_at IS NULL
            GROUP BY p.site_id, p.provider_id ORDER BY p.code
            """)
        return try rows.map { row in
            let (text, issuer, client, hasSecret, links) = try row.decode(
                String.self, String.self, String.self, Bool.self, Int64.self)
            guard let code = ProviderCode(text), let issuer = Issuer(text: issuer, clientID: client) else {
                throw AccountFault.unreadable
            }
            return Entry(code: code, issuer: issuer, hasSecret: hasSecret, links: Int(links))
        }
    }

    static func row(_ id: ProviderID) -> [UInt8] { id.bytes + Array("provider".utf8) }
}
