import Crypto

/// One numbered file of SQL that takes the database a step forward; never changed once it was released.
package struct Migration: Sendable, Hashable {
    /// The file's name without its ending, such as `m0003_record`; the order of names is the order of the steps.
    package let name: String
    /// The text of the file: statements that run in one transaction, as `homeward_owner`.
    package let sql: String
    /// SHA-256 of the file's bytes, 32 bytes.
    package let checksum: [UInt8]

    /// - Parameters:
    ///   - name: `m`, four digits, and words joined by `_`.
    ///   - bytes: the file's bytes, UTF-8.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        sql = String(decoding: bytes, as: UTF8.self)
        checksum = bytes.withUnsafeBytes { bytes in
            var hasher = SHA256()
            hasher.update(bufferPointer: bytes)
            return Array(hasher.finalize())
        }
    }
}

extension Migration: CustomStringConvertible {
    /// The name.
    package var description: String { name }
}
