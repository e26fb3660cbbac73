import Intervention
import Postgres

/// The kinds of particulars that are kept of a person, one of each; addresses are kept apart, for there are several.
package enum IdentityKind: String, CaseIterable, Hashable, Sendable {
    case name
    /// A name that the person is also known by.
    case otherName = "other-name"
    case birthDate = "birth-date"
    case telephone
    case email
    case nhsNumber = "nhs-number"
    /// The unique pupil number.
    case upn
}

extension Vault {
    /// Keeps a particular of a person, sealed with the person's key; one that is there is replaced.
    func write(
        identity text: String, _ kind: IdentityKind, of person: PersonID, site: SiteID, in transaction: Transaction
    ) async throws {
        let row = Vault.row(kind, of: person)
        let sealed = try seal(text.utf8, of: person, site: site, purpose: .identity, row: row)
        _ = try await transaction.execute(
            """
            INSERT INTO identity.person (site_id, person_id, kind, key_id, sealed)
            VALUES (\(site.number), \(person.bound), \(kind.rawValue), \(sealed.key.text), \(sealed.bytes))
            ON CONFLICT (site_id, person_id, kind) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed
            """
        )
    }

    /// What is kept of persons, by person; whoever has nothing is left out.
    func identities(
        of people: [PersonID], site: SiteID, in transaction: Transaction
    ) async throws -> [PersonID: [IdentityKind: String]] {
        let rows = try await transaction.query(
            """
            SELECT person_id, kind, key_id, sealed FROM identity.person
            WHERE site_id = \(site.number) AND person_id = ANY(\(people.map(\.bound)))
            """
        )
        var found: [PersonID: [IdentityKind: String]] = [:]
        for row in rows {
            let (id, word, name, bytes) = try row.decode(UUIDBytes.self, String.self, String.self, [UInt8].self)
            guard let kind = IdentityKind(rawValue: word), let key = KeyID(name) else {
                throw VaultFault(.notAuthentic)
            }
            let person = PersonID(id)
            let text = try open(
                Sealed(key: key, bytes: bytes), of: person, site: site, purpose: .identity,
                row: Vault.row(kind, of: person))
            found[person, default: [:]][kind] = String(decoding: text, as: UTF8.self)
        }
        return found
    }

    /// Removes all that is kept of a person: particulars, addresses, what they are found by and whom they belong to.
    package func removeIdentity(of person: PersonID, site: SiteID, in transaction: Transaction) async throws {
        for statement: Statement in [
            "DELETE FROM identity.search_term WHERE site_id = \(site.number) AND person_id = \(person.bound)",
            "DELETE FROM identity.address WHERE site_id = \(site.number) AND person_id = \(person.bound)",
            """
            DELETE FROM identity.bond
            WHERE site_id = \(site.number) AND (person_id = \(person.bound) OR child_id = \(person.bound))
            """,
            "DELETE FROM identity.person WHERE site_id = \(site.number) AND person_id = \(person.bound)",
        ] {
            _ = try await transaction.execute(statement)
        }
    }

    static func row(_ kind: IdentityKind, of person: PersonID) -> [UInt8] {
        person.bytes + Array(kind.rawValue.utf8)
    }
}
