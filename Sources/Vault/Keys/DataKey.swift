import Crypto

/// A key that seals: random, kept wrapped in the key store, and never printed.
struct DataKey: Sendable {
    /// Its name, which stands in front of what it sealed.
    let id: KeyID
    let key: SymmetricKey

    /// A new key.
    static func made() -> DataKey {
        DataKey(SymmetricKey(size: .bits256))
    }

    /// A key of these bytes, named by itself.
    init(_ key: SymmetricKey) {
        self.init(id: KeyID(naming: key), key: key)
    }

    /// A key that bears a name of its own.
    init(id: KeyID, key: SymmetricKey) {
        self.id = id
        self.key = key
    }

    /// Seals bytes for a place.
    func seal(_ bytes: some Collection<UInt8>, for place: SealedPlace) throws(VaultFault) -> Sealed {
        do {
            let box = try AES.GCM.seal(Array(bytes), using: key, authenticating: place.authenticatedBytes)
            return Sealed(key: id, bytes: Array(box.nonce) + Array(box.ciphertext) + Array(box.tag))
        } catch {
            throw VaultFault(.notAuthentic)
        }
    }

    /// Opens what was sealed for the place.
    func open(_ bytes: [UInt8], at place: SealedPlace) throws(VaultFault) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: bytes)
            return Array(try AES.GCM.open(box, using: key, authenticating: place.authenticatedBytes))
        } catch {
            throw VaultFault(.notAuthentic)
        }
    }
}

extension DataKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "the key \(id) (withheld)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
