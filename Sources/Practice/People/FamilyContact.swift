import EpisodeStore
import Intervention
import Sites
import Vault

/// Somebody of a family who can be rung. It does not print.
package struct FamilyContact: Hashable, Sendable {
    /// What the person is to the child, in a word; nil for the child.
    package let relation: String?
    /// The name; nil when none is kept.
    package let name: String?
    /// The telephone number; nil when none is kept.
    package let telephone: String?
}

extension FamilyContact: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "somebody of a family (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension SiteSession {
    /// Whom one may ring: the children first, then those of their families. Two statements however many there are.
    func contacts(of children: [ChildID]) async throws -> [ChildID: [FamilyContact]] {
        let own = children.map { PersonID(child: $0) }
        let bonds = try await store.vault.bonds(of: own, site: site.id, in: transaction)
        let known = try await store.vault.particulars(
            of: own + bonds.map(\.person), site: site.id, in: transaction)
        var contacts: [ChildID: [FamilyContact]] = [:]
        for child in children {
            guard let particulars = known[PersonID(child: child)] else { continue }
            contacts[child] = [
                FamilyContact(relation: nil, name: particulars.name, telephone: particulars.telephone)
            ]
        }
        let asked = Set(children)
        for bond in bonds where asked.contains(bond.child) {
            guard let particulars = known[bond.person] else { continue }
            contacts[bond.child, default: []].append(
                FamilyContact(
                    relation: bond.kinship.rawValue.replacing("-", with: " "), name: particulars.name,
                    telephone: particulars.telephone))
        }
        return contacts
    }
}
