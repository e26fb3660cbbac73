import Intervention
import Postgres

/// What somebody of the family is to a child.
package enum Kinship: String, CaseIterable, Hashable, Sendable {
    case mother
    case father
    case stepParent = "step-parent"
    case grandparent
    case sibling
    case relative
    case fosterCarer = "foster-carer"
    case guardian
    case other
}

/// Somebody of the family of a child.
package struct Bond: Hashable, Sendable {
    /// The child.
    package let child: ChildID
    /// The person.
    package let person: PersonID
    /// What the person is to the child.
    package let kinship: Kinship
}

extension Vault {
    /// Says what a person is to a child; what was said of the two before is replaced.
    package func bind(
        _ person: PersonID, to child: ChildID, as kinship: Kinship, site: SiteID, in transaction: Transaction
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO identity.bond (site_id, child_id, person_id, relation)
            VALUES (\(site.number), \(child.bound), \(person.bound), \(kinship.rawValue))
            ON CONFLICT (site_id, child_id, person_id) DO UPDATE SET relation = excluded.relation
            """
        )
    }

    /// All bonds in which one of these persons stands, as the child or as the other.
    package func bonds(of people: [PersonID], site: SiteID, in transaction: Transaction) async throws -> [Bond] {
        let ids = people.map(\.bound)
        let rows = try await transaction.query(
            """
            SELECT child_id, person_id, relation FROM identity.bond
            WHERE site_id = \(site.number) AND (person_id = ANY(\(ids)) OR child_id = ANY(\(ids)))
            ORDER BY child_id, person_id
            """
        )
        return try rows.map { row in
            let (child, person, word) = try row.decode(UUIDBytes.self, UUIDBytes.self, String.self)
            return Bond(child: ChildID(child), person: PersonID(person), kinship: Kinship(rawValue: word) ?? .other)
        }
    }
}
