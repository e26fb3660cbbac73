package import CivilDate
package import Intervention
package import Postgres
package import Vault

/// An account, with what opens it.
package struct AccountFacts: Hashable, Sendable {
    /// Its id.
    package let id: AccountID
    /// Its code.
    package let code: AccountCode
    /// Who its owner is.
    package let particulars: AccountParticulars
    /// When it was made.
    package let createdAt: Instant
    /// When it was disabled; nil while it is open.
    package let disabledAt: Instant?
    /// Whether it has a password.
    package let hasPassword: Bool
    /// Whether it has a second factor.
    package let hasFactor: Bool
    /// How many recovery codes are left.
    package let recoveryCodes: Int
}

/// Makes, finds, closes and opens accounts.
package struct AccountDirectory: Sendable {
    private let vault: Vault

    /// A directory whose owners' particulars this vault seals.
    package init(vault: Vault) {
        self.vault = vault
    }

    /// Makes an account. Nothing opens it yet.
    /// - Throws: ``AccountFault/codeTaken(_:)``, also for the words that the record has for those who have no account.
    package func create(
        _ code: AccountCode, _ particulars: AccountParticulars = AccountParticulars(), at now: Instant,
        in transaction: Transaction
    ) async throws -> AccountID {
        guard code != SignIn.nobody, !Asker.words.contains(code.text) else { throw AccountFault.codeTaken(code) }
        let id = AccountID.random()
        let sealed = try seal(particulars, of: id)
        let rows = try await transaction.query(
            """
            SELECT door.create_account(
                \(id.bound), \(code.text), \(sealed.key.text), \(sealed.bytes), \(now))
            """)
        guard try rows.column(0, as: Bool.self) == [true] else { throw AccountFault.codeTaken(code) }
        return id
    }

    /// The account of a code, closed ones too; nil when there is none.
    package func find(_ code: AccountCode, in transaction: Transaction) async throws -> AccountID? {
        let rows = try await transaction.query("SELECT account_id FROM door.account_of(\(code.text))")
        return try rows.column(0, as: UUIDBytes.self).first.map { AccountID($0) }
    }

    /// An account as it asks; nil when there is none of that code, or it is closed.
    package static func seat(
        of code: AccountCode, way: Asker.Seat.Way, in transaction: Transaction
    ) async throws -> Asker.Seat? {
        let rows = try await transaction.query("SELECT account_id, disabled FROM door.account_of(\(code.text))")
        guard let row = rows.first else { return nil }
        let (uuid, isDisabled) = try row.decode(UUIDBytes.self, Bool.self)
        guard !isDisabled else { return nil }
        let id = AccountID(uuid)
        return Asker.Seat(account: id, code: code, grants: try await Grants.of(id, in: transaction), way: way)
    }

    /// One account, with what opens it.
    package func facts(of account: AccountID, in transaction: Transaction) async throws -> AccountFacts? {
        let rows = try await transaction.query(
            """
            SELECT code, key_id, sealed, created_at, disabled_at, has_password, has_factor, recovery_codes
            FROM door.account_facts(\(account.bound))
            """)
        guard let row = rows.first else { return nil }
        let (text, name, bytes) = try row.decode(String.self, String.self, [UInt8].self)
        guard let code = AccountCode(text), let key = KeyID(name) else { throw AccountFault.unreadable }
        let particulars = try vault.open(
            Sealed(key: key, bytes: bytes), site: .door, purpose: .door, row: AccountDirectory.row(account))
        return AccountFacts(
            id: account, code: code,
            particulars: AccountParticulars(text: String(decoding: particulars, as: UTF8.self)),
            createdAt: try row.decode("created_at", as: Instant.self),
            disabledAt: try row.decode("disabled_at", as: Instant?.self),
            hasPassword: try row.decode("has_password", as: Bool.self),
            hasFactor: try row.decode("has_factor", as: Bool.self),
            recoveryCodes: Int(try row.decode("recovery_codes", as: Int64.self)))
    }

    /// The accounts that have or had a role at a site, by code; all of them for nil.
    package func list(site: SiteID?, in transaction: Transaction) async throws -> [AccountFacts] {
        let rows =
            if let site {
                try await transaction.query("SELECT account_id FROM door.accounts_of_site(\(site.number))")
            } else {
                try await transaction.query("SELECT account_id FROM door.accounts()")
            }
        var found: [AccountFacts] = []
        for id in try rows.column(0, as: UUIDBytes.self) {
            if let facts = try await facts(of: AccountID(id), in: transaction) { found.append(facts) }
        }
        return found.sorted { $0.code < $1.code }
    }

    /// Whether an account has or had a role at a site.
    package func isKnown(
        _ account: AccountID, at site: SiteID, in transaction: Transaction
    ) async throws -> Bool {
        try await transaction.query("SELECT account_id FROM door.accounts_of_site(\(site.number))")
            .column(0, as: UUIDBytes.self).contains(account.bound)
    }

    /// Keeps another name or e-mail address. The account's owner is told.
    package func change(
        _ particulars: AccountParticulars, of account: AccountID, at now: Instant, in transaction: Transaction
    ) async throws {
        let sealed = try seal(particulars, of: account)
        _ = try await transaction.query(
            "SELECT door.change_address(\(account.bound), \(sealed.key.text), \(sealed.bytes), \(now))")
    }

    /// Closes an account: its sessions end at once, its links and tokens open nothing.
    package func disable(_ account: AccountID, at now: Instant, in transaction: Transaction) async throws {
        _ = try await transaction.query("SELECT door.disable_account(\(account.bound), \(now))")
    }

    /// Opens a closed account again. Its old sessions and links stay ended.
    package func enable(_ account: AccountID, at now: Instant, in transaction: Transaction) async throws {
        _ = try await transaction.query("SELECT door.enable_account(\(account.bound), \(now))")
    }

    private func seal(_ particulars: AccountParticulars, of account: AccountID) throws -> Sealed {
        try vault.seal(particulars.text.utf8, site: .door, purpose: .door, row: AccountDirectory.row(account))
    }

    static func row(_ account: AccountID) -> [UInt8] { account.bytes + Array("account".utf8) }
}
