import Crypto

/// A key of the store as it stands in a file: sealed by a master key, bound to its name, its id and the master's.
struct WrappedKey: Hashable, Sendable {
    /// The name, as bytes.
    let name: [UInt8]
    /// The key's own id.
    let key: KeyID
    /// The master key that wraps it.
    let master: KeyID
    /// Whether it seals what is new, or only opens what it sealed before.
    let isInForce: Bool
    /// 12 bytes of nonce, the key, 16 bytes of tag.
    let bytes: [UInt8]

    /// What of it is authenticated.
    private static func authenticated(_ name: [UInt8], _ key: KeyID, _ master: KeyID, _ isInForce: Bool) -> [UInt8] {
        var encoder = SealedPlace.Encoder()
        encoder.append(text: "homeward wrapped 1")
        encoder.append(name)
        encoder.append(text: key.text)
        encoder.append(text: master.text)
        encoder.append([isInForce ? 1 : 0])
        return encoder.bytes
    }

    /// Wraps a key.
    init(_ key: DataKey, name: [UInt8], isInForce: Bool, under master: MasterKey) throws(VaultFault) {
        let bound = WrappedKey.authenticated(name, key.id, master.id, isInForce)
        do {
            let box = try AES.GCM.seal(key.key.lent(), using: master.wrapping, authenticating: bound)
            self.init(
                name: name, key: key.id, master: master.id, isInForce: isInForce,
                bytes: Array(box.nonce) + Array(box.ciphertext) + Array(box.tag))
        } catch {
            throw VaultFault(.notAuthentic)
        }
    }

    /// A key as it was read from a file.
    init(name: [UInt8], key: KeyID, master: KeyID, isInForce: Bool, bytes: [UInt8]) {
        self.name = name
        self.key = key
        self.master = master
        self.isInForce = isInForce
        self.bytes = bytes
    }

    /// The key itself.
    /// - Throws: `unknownKey` without its master; `notAuthentic` when the file was tampered with.
    func unwrapped(by masters: MasterKeys) throws(VaultFault) -> DataKey {
        guard let master = masters.key(master) else { throw VaultFault(.unknownKey(master)) }
        let bound = WrappedKey.authenticated(name, key, master.id, isInForce)
        do {
            let box = try AES.GCM.SealedBox(combined: bytes)
            let lent = try AES.GCM.open(box, using: master.wrapping, authenticating: bound)
            return DataKey(id: key, key: SymmetricKey(data: lent))
        } catch {
            throw VaultFault(.notAuthentic)
        }
    }
}
