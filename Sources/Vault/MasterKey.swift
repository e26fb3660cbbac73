import Crypto

/// The 32 random bytes that every other key is derived from. It never leaves this module and never prints.
struct MasterKey: Sendable {
    static let byteCount = 32

    let id: KeyID
    private let key: SymmetricKey

    /// The key of these bytes, or nil when they are not 32.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == MasterKey.byteCount else { return nil }
        key = SymmetricKey(data: bytes)
        id = KeyID(naming: MasterKey.derive(from: key, info: Array("homeward key id".utf8)).lent())
    }

    /// The key of one site for one purpose and one use, so that nothing which is learnt about one helps with another.
    func derived(for site: Int32, _ purpose: VaultPurpose, _ use: Use) -> SymmetricKey {
        var info = SealedPlace.Encoder()
        info.append(text: "homeward vault 1")
        info.append(number: site)
        info.append(text: purpose.rawValue)
        info.append(text: use.rawValue)
        return MasterKey.derive(from: key, info: info.bytes)
    }

    /// What a derived key is for.
    enum Use: String {
        case seal
        case index
    }

    private static func derive(from key: SymmetricKey, info: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: info, outputByteCount: 32)
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
