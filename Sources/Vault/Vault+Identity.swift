import Intervention
import Postgres

/// The kinds of particulars that are kept of a person.
package enum IdentityKind: String, CaseIterable, Hashable, Sendable {
    case name
    case birthDate = "birth-date"
    case address
    case telephone
    case email
    case nhsNumber = "nhs-number"
}

extension Vault {
    /// Keeps a particular of a person, sealed; one that is there is replaced.
    package func write(
        identity text: String, _ kind: IdentityKind, of person: PersonID, site: SiteID, in transaction: Transaction
    ) async throws {
        let row = Vault.row(kind, of: person)
        let sealed = try seal(text.utf8, site: site, purpose: .identity, row: row)
        _ = try await transaction.execute(
            """
            INSERT INTO identity.person (site_id, person_id, kind, key_id, sealed)
            VALUES (\(site.number), \(person.bound), \(kind.rawValue), \(sealed.key.text), \(sealed.bytes))
            ON CONFLICT (site_id, person_id, kind) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed
            """
        )
    }

    /// Reads a particular of a person; nil when none is kept.
    package func identity(
        _ kind: IdentityKind, of person: PersonID, site: SiteID, in transaction: Transaction
    ) async throws -> String? {
        let rows = try await transaction.query(
            """
            SELECT key_id, sealed FROM identity.person
            WHERE site_id = \(site.number) AND person_id = \(person.bound) AND kind = \(kind.rawValue)
            """
        )
        guard let row = rows.first else { return nil }
        let (name, bytes) = try row.decode(String.self, [UInt8].self)
        guard let key = KeyID(name) else { throw VaultFault(.notAuthentic) }
        let text = try open(
            Sealed(key: key, bytes: bytes), site: site, purpose: .identity, row: Vault.row(kind, of: person)
        )
        return String(decoding: text, as: UTF8.self)
    }

    /// Removes all that is kept of a person.
    package func removeIdentity(of person: PersonID, site: SiteID, in transaction: Transaction) async throws {
        _ = try await transaction.execute(
            "DELETE FROM identity.person WHERE site_id = \(site.number) AND person_id = \(person.bound)"
        )
    }

    private static func row(_ kind: IdentityKind, of person: PersonID) -> [UInt8] {
        person.bytes + Array(kind.rawValue.utf8)
    }
}
