internal import CivilDate
import Intervention
import Postgres

extension Vault {
    /// The addresses of a person, the latest first. Those that are sensitive are not opened: they come as withheld.
    package func addresses(
        of person: PersonID, site: SiteID, in transaction: Transaction
    ) async throws -> [PersonAddress] {
        let rows = try await transaction.query(
            """
            SELECT address_id, sensitive, from_day, to_day, key_id, CASE WHEN sensitive THEN NULL ELSE sealed END
            FROM identity.address WHERE site_id = \(site.number) AND person_id = \(person.bound)
            ORDER BY to_day DESC NULLS FIRST, from_day DESC NULLS LAST, address_id
            """
        )
        var addresses: [PersonAddress] = []
        for row in rows {
            let (id, isSensitive, from, until, name, bytes) = try row.decode(
                UUIDBytes.self, Bool.self, CivilDate?.self, CivilDate?.self, String.self, [UInt8]?.self)
            let address = AddressID(id)
            let text = try bytes.map { try open($0, name, address, of: person, site: site) }
            addresses.append(
                PersonAddress(id: address, text: text, isSensitive: isSensitive, from: from, until: until))
        }
        return addresses
    }

    /// One address in clear, sensitive or not: only for those who must go there; the caller writes the look down.
    /// - Returns: nil when the person has no such address.
    package func openedAddress(
        _ address: AddressID, of person: PersonID, site: SiteID, in transaction: Transaction
    ) async throws -> String? {
        let rows = try await transaction.query(
            """
            SELECT key_id, sealed FROM identity.address
            WHERE site_id = \(site.number) AND person_id = \(person.bound) AND address_id = \(address.bound)
            """
        )
        guard let row = rows.first else { return nil }
        let (name, bytes) = try row.decode(String.self, [UInt8].self)
        return try open(bytes, name, address, of: person, site: site)
    }

    func replace(
        _ addresses: [PersonChange.NewAddress], of person: PersonID, site: SiteID, in transaction: Transaction
    ) async throws {
        try await transaction.execute(
            "DELETE FROM identity.address WHERE site_id = \(site.number) AND person_id = \(person.bound)")
        for address in addresses {
            let id = Vault.newAddressID()
            let sealed = try seal(
                address.text.utf8, of: person, site: site, purpose: .address, row: Vault.row(id, person))
            try await transaction.execute(
                """
                INSERT INTO identity.address
                    (site_id, person_id, address_id, sensitive, from_day, to_day, key_id, sealed)
                VALUES (\(site.number), \(person.bound), \(id.bound), \(address.isSensitive), \(nullable: address.from),
                    \(nullable: address.until), \(sealed.key.text), \(sealed.bytes))
                """
            )
        }
    }

    private func open(
        _ bytes: [UInt8], _ name: String, _ address: AddressID, of person: PersonID, site: SiteID
    ) throws(VaultFault) -> String {
        guard let key = KeyID(name) else { throw VaultFault(.notAuthentic) }
        let text = try open(
            Sealed(key: key, bytes: bytes), of: person, site: site, purpose: .address, row: Vault.row(address, person))
        return String(decoding: text, as: UTF8.self)
    }

    static func row(_ address: AddressID, _ person: PersonID) -> [UInt8] { person.bytes + address.bytes }

    private static func newAddressID() -> AddressID {
        AddressID(high: .random(in: .min ... .max), low: .random(in: .min ... .max))
    }
}
