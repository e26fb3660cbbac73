/// Bytes that only the vault can read, and the name of the key that reads them.
package struct Sealed: Hashable, Sendable {
    /// The key.
    package let key: KeyID
    /// 12 bytes of nonce, the text as AES-256-GCM leaves it, 16 bytes of tag: at least 28.
    package let bytes: [UInt8]

    /// What stands in the two columns of a table.
    package init(key: KeyID, bytes: [UInt8]) {
        self.key = key
        self.bytes = bytes
    }
}
