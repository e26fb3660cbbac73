import Crypto
import Intervention

/// The key that seals over looks and events are made with: a file of its own among the keys of a home, which the
/// database never sees.
package struct SealKey: Sendable {
    private let key: MasterKey

    /// Reads the key of a home that has it.
    /// - Parameter folder: The folder of the keys, `keys` under the home.
    /// - Throws: ``VaultFault`` when the file is missing, or can be reached by more than its owner (0400).
    package init(folder: String) throws(VaultFault) {
        key = try SealKey.file(in: folder).read()
    }

    /// Reads the key, and makes it first when there is none. A new one does not fit the seals that were made with
    /// another: nothing is sealed any more until that one is back.
    package static func createdIfMissing(folder: String) throws(VaultFault) -> SealKey {
        try file(in: folder).create(SymmetricKey(size: .bits256).lent())
        return try SealKey(folder: folder)
    }

    /// The name of the key; safe to print.
    package var id: KeyID { key.id }

    /// The key of one site.
    package func ofSite(_ site: SiteID) -> SiteSealKey {
        SiteSealKey(id: id, key: key.sealing(site.number))
    }

    private static func file(in folder: String) -> KeyFile {
        KeyFile(folder: folder, name: "seal.key")
    }
}

/// The key of one site's seals.
package struct SiteSealKey: Sendable {
    /// The name of the home's key that it comes from; safe to print.
    package let id: KeyID
    private let key: SymmetricKey

    init(id: KeyID, key: SymmetricKey) {
        self.id = id
        self.key = key
    }

    /// HMAC-SHA-256 over bytes.
    package func code(over bytes: [UInt8]) -> Digest256 {
        Digest256(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    }
}

extension SealKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "the key of seals (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension SiteSealKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a site's key of seals (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
