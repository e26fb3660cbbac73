import Intervention
import Postgres

/// Rows that were sealed with a key derived from a master key, as was done before there was a store of keys.
extension Vault {
    /// The tables whose rows ``reseal(site:atMost:in:)`` walks.
    package static let resealed: Set<String> = [
        "identity.person", "identity.address", "exchange.imported_row", "narrative.text",
    ]

    /// Tables that are younger than the store of keys: no master key ever sealed a row of theirs.
    package static let neverUnderMasters: Set<String> = ["summary.draft"]

    /// Which master keys sealed rows of any table still need, at any site and none, with how many rows. The database finds
    /// the tables in its catalogue: none is forgotten.
    package func rowsUnderMasters(in transaction: Transaction) async throws -> [KeyID: Int] {
        let rows = try await transaction.query(
            "SELECT place, site_id, key_id, count FROM door.rows_under_keys(\(try masterNames().map(\.text)))")
        var found: [KeyID: Int] = [:]
        for row in rows {
            let (key, count) = try needed(row)
            if count > 0 { found[key, default: 0] += count }
        }
        return found
    }

    /// The master key that rows of a table still need, and how many. Texts stay as they are, and so does the key that
    /// opens them: once the store has it, no master key is needed.
    private func needed(_ row: Row) throws -> (KeyID, Int) {
        let (place, site, name, count) = try row.decode(String.self, Int32.self, String.self, Int.self)
        guard let key = KeyID(name) else { throw VaultFault(.notAuthentic) }
        let isKept = try place == "narrative.text" && keys.store.key(key, of: .site(SiteID(site), .narrative)) != nil
        return (key, isKept ? 0 : count)
    }

    /// The names of the master keys of the home, in force and former.
    package func masterNames() throws(VaultFault) -> [KeyID] {
        let masters = try keys.ring.keys()
        return ([masters.current] + masters.former).map(\.id)
    }

    /// Seals some of these rows with the keys that new rows are sealed with. Done twice it does nothing.
    ///
    /// Texts cannot be sealed anew, because events have committed to their bytes: the key that opens them is taken into
    /// the store and wrapped like any other.
    /// - Parameter limit: how many rows of a table at once.
    /// - Returns: how many rows it was; 0 when none is left.
    package func reseal(site: SiteID, atMost limit: Int, in transaction: Transaction) async throws -> Int {
        let people = try await resealPeople(site: site, atMost: limit, in: transaction)
        let addresses = try await resealAddresses(site: site, atMost: limit, in: transaction)
        let imported = try await resealImported(site: site, atMost: limit, in: transaction)
        if people + addresses + imported == 0 { try keepTextKeys(of: site) }
        return people + addresses + imported
    }

    private func keepTextKeys(of site: SiteID) throws(VaultFault) {
        let masters = try keys.ring.keys()
        for master in [masters.current] + masters.former {
            let key = DataKey(id: master.id, key: master.derived(for: site.number, .narrative, .seal))
            try keys.store.keep(key, as: .site(site, .narrative))
        }
    }

    private func resealPeople(site: SiteID, atMost limit: Int, in transaction: Transaction) async throws -> Int {
        let rows = try await transaction.query(
            """
            SELECT person_id, kind, key_id, sealed FROM identity.person
            WHERE site_id = \(site.number) AND key_id = ANY(\(try masterNames().map(\.text)))
            ORDER BY person_id LIMIT \(Int64(limit)) FOR UPDATE
            """
        )
        for row in rows {
            let (id, kind, name, bytes) = try row.decode(UUIDBytes.self, String.self, String.self, [UInt8].self)
            guard let key = KeyID(name) else { throw VaultFault(.notAuthentic) }
            let person = PersonID(id)
            let place = person.bytes + Array(kind.utf8)
            let text = try open(
                Sealed(key: key, bytes: bytes), of: person, site: site, purpose: .identity, row: place)
            let sealed = try seal(text, of: person, site: site, purpose: .identity, row: place)
            try await transaction.execute(
                """
                UPDATE identity.person SET key_id = \(sealed.key.text), sealed = \(sealed.bytes)
                WHERE site_id = \(site.number) AND person_id = \(id) AND kind = \(kind)
                """
            )
        }
        return rows.count
    }

    private func resealAddresses(site: SiteID, atMost limit: Int, in transaction: Transaction) async throws -> Int {
        let rows = try await transaction.query(
            """
            SELECT person_id, address_id, key_id, sealed FROM identity.address
            WHERE site_id = \(site.number) AND key_id = ANY(\(try masterNames().map(\.text)))
            ORDER BY person_id, address_id LIMIT \(Int64(limit)) FOR UPDATE
            """
        )
        for row in rows {
            let (owner, id, name, bytes) = try row.decode(UUIDBytes.self, UUIDBytes.self, String.self, [UInt8].self)
            guard let key = KeyID(name) else { throw VaultFault(.notAuthentic) }
            let person = PersonID(owner)
            let place = Vault.row(AddressID(id), person)
            let text = try open(
                Sealed(key: key, bytes: bytes), of: person, site: site, purpose: .address, row: place)
            let sealed = try seal(text, of: person, site: site, purpose: .address, row: place)
            try await transaction.execute(
                """
                UPDATE identity.address SET key_id = \(sealed.key.text), sealed = \(sealed.bytes)
                WHERE site_id = \(site.number) AND person_id = \(owner) AND address_id = \(id)
                """
            )
        }
        return rows.count
    }

    private func resealImported(site: SiteID, atMost limit: Int, in transaction: Transaction) async throws -> Int {
        let rows = try await transaction.query(
            """
            SELECT kind, row_key, key_id, sealed FROM exchange.imported_row
            WHERE site_id = \(site.number) AND key_id = ANY(\(try masterNames().map(\.text)))
            ORDER BY kind, row_key LIMIT \(Int64(limit)) FOR UPDATE
            """
        )
        for row in rows {
            let (kind, place, name, bytes) = try row.decode(
                String.self, Digest256.self, String.self, [UInt8].self)
            guard let key = KeyID(name) else { throw VaultFault(.notAuthentic) }
            let text = try open(
                Sealed(key: key, bytes: bytes), site: site, purpose: .importedRow, row: place.bytes)
            let sealed = try seal(text, site: site, purpose: .importedRow, row: place.bytes)
            try await transaction.execute(
                """
                UPDATE exchange.imported_row SET key_id = \(sealed.key.text), sealed = \(sealed.bytes)
                WHERE site_id = \(site.number) AND kind = \(kind) AND row_key = \(place)
                """
            )
        }
        return rows.count
    }
}
