import Crypto
import Intervention
import Postgres
import Testing

@testable import Vault

/// Rows from before there was a store of keys.
@Suite struct ResealingTests {
    private let person = PersonID(high: 7, low: 8)
    private let text = NarrativeID(high: 1, low: 2)
    private let rowKey = [UInt8](repeating: 9, count: 32)

    /// Seals as it was done then: with a key derived from the master key.
    private func sealedThen(
        _ words: String, _ keys: HomeKeys, _ site: SiteID, _ purpose: VaultPurpose, row: [UInt8]
    ) throws -> Sealed {
        let master = try keys.ring.keys().current
        let key = DataKey(id: master.id, key: master.derived(for: site.number, purpose, .seal))
        return try key.seal(words.utf8, for: SealedPlace(site: site, purpose: purpose, row: row, key: master.id))
    }

    private func fill(_ bench: VaultBench, _ keys: HomeKeys) async throws -> SealedNarrative {
        let site = bench.here
        let name = try sealedThen("Ada", keys, site, .identity, row: person.bytes + Array("name".utf8))
        let note = try sealedThen("a note", keys, site, .narrative, row: text.bytes)
        let row = try sealedThen("a row", keys, site, .importedRow, row: rowKey)
        let street = try sealedThen("a street", keys, site, .address, row: person.bytes + text.bytes)
        let salt = [UInt8](repeating: 3, count: 32)
        try await bench.under(site) { transaction in
            try await transaction.execute(
                """
                INSERT INTO identity.person (site_id, person_id, kind, key_id, sealed)
                VALUES (\(site.number), \(person.bound), 'name', \(name.key.text), \(name.bytes))
                """)
            try await transaction.execute(
                """
                INSERT INTO identity.address (site_id, person_id, address_id, sensitive, key_id, sealed)
                VALUES (
                    \(site.number), \(person.bound), \(text.bound), false, \(street.key.text), \(street.bytes))
                """)
            try await transaction.execute(
                """
                INSERT INTO narrative.text (site_id, narrative_id, key_id, salt, sealed)
                VALUES (\(site.number), \(text.bound), \(note.key.text), \(salt), \(note.bytes))
                """)
            try await transaction.execute(
                """
                INSERT INTO exchange.import (site_id, import_id, kind, file_digest, rows, imported_at, imported_by)
                VALUES (\(site.number), \(text.bound), 'register', \(rowKey), 1, '2026-01-01Z', 'operator')
                """)
            try await transaction.execute(
                """
                INSERT INTO exchange.imported_row (site_id, kind, row_key, key_id, sealed, import_id, stream_id)
                VALUES (
                    \(site.number), 'register', \(rowKey), \(row.key.text), \(row.bytes), \(text.bound), \(text.bound))
                """)
        }
        return SealedNarrative(id: text, commitment: Digest256(SHA256.hash(data: salt + note.bytes)))
    }

    private func check(_ bench: VaultBench, _ note: SealedNarrative) async throws {
        let site = bench.here
        try await bench.under(site) { transaction in
            let known = try await bench.vault.identities(of: [person], site: site, in: transaction)
            #expect(known[person]?[.name] == "Ada")
            let addresses = try await bench.vault.addresses(of: person, site: site, in: transaction)
            #expect(addresses.map(\.text) == ["a street"])
            #expect(try await bench.vault.read(note, site: site, in: transaction) == "a note")
            let row = try #require(
                try await transaction.query("SELECT key_id, sealed FROM exchange.imported_row").first)
            let (name, bytes) = try row.decode(String.self, [UInt8].self)
            let sealed = Sealed(key: try #require(KeyID(name)), bytes: bytes)
            let opened = try bench.vault.open(sealed, site: site, purpose: .importedRow, row: rowKey)
            #expect(opened == Array("a row".utf8))
        }
    }

    @Test func `rows from before there was a store open, are sealed anew, and then need no master key`() async throws {
        try await KeyFolder.withAsync { folder in
            let keys = try HomeKeys.createdIfMissing(folder: folder.path)
            try await VaultBench.with(Vault(keys)) { bench in
                let note = try await fill(bench, keys)
                try await check(bench, note)
                let first = try keys.id
                try keys.rotate()
                try await check(bench, note)
                let needed = try await bench.under(bench.here) {
                    try await bench.vault.rowsUnderMasters(in: $0)
                }
                #expect(needed == [first: 4])
                #expect(try keys.destroyFormer(exceptFor: Set(needed.keys)) == [])
                var rows = 1
                while rows > 0 {
                    rows = try await bench.under(bench.here) { transaction in
                        try await bench.vault.reseal(site: bench.here, atMost: 1, in: transaction)
                    }
                }
                let left = try await bench.under(bench.here) {
                    try await bench.vault.rowsUnderMasters(in: $0)
                }
                #expect(left == [:])
                #expect(try keys.destroyFormer(exceptFor: Set(left.keys)) == [first])
                try await check(bench, note)
                // Twice more: what was taken into the store is wrapped anew like any other key.
                for _ in 0..<2 {
                    try keys.rotate()
                    #expect(try keys.destroyFormer(exceptFor: []).count == 1)
                    try await check(bench, note)
                }
                let fresh = VaultBench(
                    pool: bench.pool, vault: Vault(try HomeKeys(folder: folder.path)), here: bench.here,
                    elsewhere: bench.elsewhere)
                try await check(fresh, note)
            }
        }
    }
}
