internal import Intervention
package import Postgres
package import Vault

/// What opens accounts, and the secrets of identity providers, sealed anew when the key that sealed them is to go.
package struct DoorSeals: Sendable {
    private let vault: Vault

    /// The tables whose rows ``reseal(atMost:in:)`` walks.
    package static let resealed: Set<String> = ["door.account", "door.password", "door.factor", "access.provider"]

    /// Tables whose rows are over after ``ProviderSignIns/patience``: nobody seals them anew.
    package static let passing: Set<String> = ["door.provider_sign_in"]

    /// What this vault sealed.
    package init(vault: Vault) {
        self.vault = vault
    }

    /// Seals some rows that still need a master key with the key that new rows are sealed with. Done twice it does nothing.
    /// - Parameter limit: how many rows at once.
    /// - Returns: how many rows it was; 0 when none is left.
    package func reseal(atMost limit: Int32, in transaction: Transaction) async throws -> Int {
        let masters = try vault.masterNames().map(\.text)
        let rows = try await transaction.query(
            "SELECT place, owner, item, key_id, sealed FROM door.sealed_under(\(masters), \(limit))")
        for row in rows {
            let kept = try Kept(row)
            let sealed = try vault.seal(
                try vault.open(kept.sealed, site: .door, purpose: .door, row: kept.row), site: .door, purpose: .door,
                row: kept.row)
            _ = try await transaction.query(
                """
                SELECT door.reseal(
                    \(kept.place), \(kept.item), \(kept.sealed.bytes), \(sealed.key.text), \(sealed.bytes))
                """)
        }
        return rows.count
    }

    /// A sealed row, and what it is bound to.
    private struct Kept {
        let place: String
        let item: UUIDBytes
        let sealed: Sealed
        let row: [UInt8]

        init(_ row: Row) throws {
            let (place, owner, item, name, bytes) = try row.decode(
                String.self, UUIDBytes.self, UUIDBytes.self, String.self, [UInt8].self)
            guard let key = KeyID(name) else { throw AccountFault.unreadable }
            self.place = place
            self.item = item
            sealed = Sealed(key: key, bytes: bytes)
            self.row =
                switch place {
                case "door.account": AccountDirectory.row(AccountID(owner))
                case "door.password": PasswordStore.row(AccountID(owner))
                case "door.factor": Factors.row(Factors.FactorID(item), AccountID(owner))
                case "access.provider": ProviderDirectory.row(ProviderID(item))
                default: throw AccountFault.unreadable
                }
        }
    }
}
