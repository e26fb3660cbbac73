import Intervention
import Postgres

/// Rows that were sealed with a key derived from a master key, as was done before there was a store of keys.
extension Vault {
    /// Which master keys rows of a site still need, with how many rows.
    package func rowsUnderMasters(of site: SiteID, in transaction: Transaction) async throws -> [KeyID: Int] {
        let masters = try masters()
        // Texts stay as they are, and so does the key that opens them: once the store has it, no master key is needed.
        let kept = try masters.filter { (id) throws(VaultFault) in
            try keys.store.key(id, of: .site(site, .narrative)) != nil
        }
        let rows = try await transaction.query(
            """
            SELECT key_id, count(*) FROM (
                SELECT key_id FROM identity.person WHERE site_id = \(site.number)
                UNION ALL SELECT key_id FROM exchange.imported_row WHERE site_id = \(site.number)
                UNION ALL SELECT key_id FROM narrative.text
                WHERE site_id = \(site.number) AND sealed IS NOT NULL AND key_id <> ALL(\(kept.map(\.text)))
            ) AS sealed WHERE key_id = ANY(\(masters.map(\.text))) GROUP BY key_id
            """
        )
        var found: [KeyID: Int] = [:]
        for row in rows {
            let (name, count) = try row.decode(String.self, Int.self)
            guard let key = KeyID(name) else { throw VaultFault(.notAuthentic) }
            found[key] = count
        }
        return found
    }

    /// Seals some of these rows with the keys that new rows are sealed with. Done twice it does nothing.
    ///
    /// Texts cannot be sealed anew, because events have committed to their bytes: the key that opens them is taken into
    /// the store and wrapped like any other.
    /// - Parameter limit: how many rows of a table at once.
    /// - Returns: how many rows it was; 0 when none is left.
    package func reseal(site: SiteID, atMost limit: Int, in transaction: Transaction) async throws -> Int {
        let people = try await resealPeople(site: site, atMost: limit, in: transaction)
        let imported = try await resealImported(site: site, atMost: limit, in: transaction)
        if people + imported == 0 { try keepTextKeys(of: site) }
        return people + imported
    }

    private func masters() throws(VaultFault) -> [KeyID] {
        let masters = try keys.ring.keys()
        return ([masters.current] + masters.former).map(\.id)
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
            WHERE site_id = \(site.number) AND key_id = ANY(\(try masters().map(\.text)))
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

    private func resealImported(site: SiteID, atMost limit: Int, in transaction: Transaction) async throws -> Int {
        let rows = try await transaction.query(
            """
            SELECT kind, row_key, key_id, sealed FROM exchange.imported_row
            WHERE site_id = \(site.number) AND key_id = ANY(\(try masters().map(\.text)))
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
