import Crypto

/// 32 random bytes that wrap the keys of the store. It never leaves this module and never prints.
struct MasterKey: Sendable {
    static let byteCount = 32

    let id: KeyID
    private let key: SymmetricKey
    /// The key that wraps keys of the store.
    let wrapping: SymmetricKey

    /// The key of these bytes, or nil when they are not 32.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == MasterKey.byteCount else { return nil }
        key = SymmetricKey(data: bytes)
        id = KeyID(naming: key)
        wrapping = MasterKey.derive(from: key, info: Array("homeward wrap 1".utf8))
    }

    /// The key's bytes, to be written down.
    var bytes: [UInt8] { key.lent() }

    /// The key of one site for one purpose and one use, so that nothing which is learnt about one helps with another. What is
    /// indexed is indexed so; what is sealed was, before there was a store of keys.
    func derived(for site: Int32, _ purpose: VaultPurpose, _ use: Use) -> SymmetricKey {
        var info = SealedPlace.Encoder()
        info.append(text: "homeward vault 1")
        info.append(number: site)
        info.append(text: purpose.rawValue)
        info.append(text: use.rawValue)
        return MasterKey.derive(from: key, info: info.bytes)
    }

    /// The key of one site's seals.
    func sealing(_ site: Int32) -> SymmetricKey {
        var info = SealedPlace.Encoder()
        info.append(text: "homeward seal 1")
        info.append(number: site)
        return MasterKey.derive(from: key, info: info.bytes)
    }

    /// What a derived key is for.
    enum Use: String {
        case seal
        case index
    }

    static func derive(from key: SymmetricKey, info: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: info, outputByteCount: 32)
    }
}

extension KeyID {
    /// The name of a key, derived from it so that it tells nothing about it.
    init(naming key: SymmetricKey) {
        self.init(naming: MasterKey.derive(from: key, info: Array("homeward key id".utf8)).lent())
    }
}

extension SymmetricKey {
    /// The key's bytes.
    func lent() -> [UInt8] { withUnsafeBytes { Array($0) } }
}

extension MasterKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "the key \(id) (withheld)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
