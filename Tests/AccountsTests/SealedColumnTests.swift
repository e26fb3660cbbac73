import Intervention
import Postgres
import ScratchPostgres
import Testing

@testable import Accounts
@testable import Vault

/// What is sealed anew before a master key is destroyed, held against the catalogue.
struct SealedColumnTests {
    @Test func `every sealed column has the name of its key beside it, and is walked before a master key goes`()
        async throws
    {
        try await ScratchPostgres.withDatabase { database in
            let sealed = try await Connection.withConnection(to: database.target()) { connection in
                try await connection.query(
                    """
                    SELECT table_schema || '.' || table_name || CASE WHEN EXISTS (
                        SELECT FROM information_schema.columns AS k
                        WHERE (k.table_schema, k.table_name, k.column_name) = (c.table_schema, c.table_name, 'key_id')
                    ) THEN '' ELSE ' has no key_id' END
                    FROM information_schema.columns AS c WHERE data_type = 'bytea' AND column_name = 'sealed'
                    """
                ).column(0, as: String.self)
            }
            let walked = Vault.resealed.union(DoorSeals.resealed).union(DoorSeals.passing)
            #expect(Set(sealed) == walked.union(Vault.neverUnderMasters))
        }
    }

    @Test func `nothing is sealed inside the database, where keys would travel in statements`() async throws {
        try await ScratchPostgres.withDatabase { database in
            let extensions = try await Connection.withConnection(to: database.target()) { connection in
                try await connection.query("SELECT extname::text FROM pg_extension").column(0, as: String.self)
            }
            #expect(extensions.contains("plpgsql"))
            #expect(!extensions.contains("pgcrypto") && !extensions.contains("pgsodium"))
        }
    }

    @Test func `what opens an account is counted, sealed anew and read again when a master key sealed it`()
        async throws
    {
        let keys = try HomeKeys.transient()
        let vault = Vault(keys)
        try await ScratchPostgres.withDatabase { database in
            try await Connection.withConnection(to: database.target()) { connection in
                let account = AccountID(high: 5, low: 6)
                let code = try #require(AccountCode("ann"))
                let directory = AccountDirectory(vault: vault)
                try await connection.transaction { transaction in
                    let master = try keys.ring.keys().current
                    let key = DataKey(id: master.id, key: master.derived(for: 0, .door, .seal))
                    let place = SealedPlace(
                        site: SiteID(0), purpose: .door, row: account.bytes + Array("account".utf8), key: master.id)
                    let sealed = try key.seal(AccountParticulars(name: "Ann", email: nil).text.utf8, for: place)
                    try await transaction.execute(
                        """
                        INSERT INTO door.account (account_id, code, key_id, sealed, created_at)
                        VALUES (\(account.bound), \(code.text), \(sealed.key.text), \(sealed.bytes), '2026-01-01Z')
                        """)
                    #expect(try await vault.rowsUnderMasters(in: transaction) == [master.id: 1])
                    #expect(try await DoorSeals(vault: vault).reseal(atMost: 10, in: transaction) == 1)
                    #expect(try await DoorSeals(vault: vault).reseal(atMost: 10, in: transaction) == 0)
                    #expect(try await vault.rowsUnderMasters(in: transaction) == [:])
                    let facts = try #require(try await directory.facts(of: account, in: transaction))
                    #expect(facts.particulars.name == "Ann")
                }
            }
        }
    }
}
