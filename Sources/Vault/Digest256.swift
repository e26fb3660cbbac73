import Crypto
import Postgres

/// The 32 bytes of a SHA-256 or an HMAC over it, held in place: millions of them need no memory of their own.
package struct Digest256: Hashable, Sendable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// 32 zero bytes: what the first event of a chain names as its predecessor.
    package static let zero = Digest256(words: (0, 0, 0, 0))

    /// The digest of these bytes, or nil when they are not 32.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self = bytes.withUnsafeBytes(Digest256.init(raw:))
    }

    /// What a hash function gave.
    package init(_ digest: SHA256.Digest) {
        self = digest.withUnsafeBytes(Digest256.init(raw:))
    }

    /// What a keyed hash function gave.
    init(_ code: HMAC<SHA256>.MAC) {
        self = code.withUnsafeBytes(Digest256.init(raw:))
    }

    private init(raw: UnsafeRawBufferPointer) {
        func word(_ place: Int) -> UInt64 {
            UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
        }
        words = (word(0), word(1), word(2), word(3))
    }

    private init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        append(to: &bytes)
        return bytes
    }

    /// Appends the 32 bytes.
    package func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)) {
            bytes.append(contentsOf: $0)
        }
    }

    package static func == (lhs: Digest256, rhs: Digest256) -> Bool {
        lhs.words == rhs.words
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.3)
    }
}

extension Digest256: CustomStringConvertible {
    /// 64 hexadecimal digits in lower case.
    package var description: String { Hexadecimal.text(bytes) }
}

extension Digest256: PostgresEncodable {
    package static var postgresType: PostgresType { .bytea }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(words.0)
        bytes.append(words.1)
        bytes.append(words.2)
        bytes.append(words.3)
    }
}

extension Digest256: PostgresDecodable {
    /// Reads a `bytea` of 32 bytes.
    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        guard let digest = Digest256(try UInt8.decode(array: cell)) else { throw .unacceptable(type: "Digest256") }
        self = digest
    }
}
