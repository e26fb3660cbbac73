package import CivilDate
import Crypto
package import Vault

/// One seal: it covers all looks and events of a stream from one arrival through another, and the seal before it.
package struct Seal: Hashable, Sendable {
    /// Its place among the stream's seals, from 1.
    package let number: Int64
    /// The arrivals that it covers.
    package let range: ClosedRange<Arrival>
    /// How many looks and events it covers.
    package let rows: Int
    /// What it says of each, in the order of their arrival.
    let leaves: [UInt8]
    /// SHA-256 of the leaves.
    package let root: Digest256
    /// When it was made.
    package let sealedAt: Instant
    /// The key that it was made with.
    package let key: KeyID
    /// HMAC-SHA-256 over all this and the code before it: the head that can be printed.
    package let code: Digest256

    /// Makes the seal that follows on another.
    init(
        after last: Seal?, through end: Arrival, leaves: [SealLeaf], at instant: Instant, stream: SealStream,
        key: SiteSealKey
    ) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(leaves.count * SealLeaf.byteCount)
        for leaf in leaves { leaf.append(to: &bytes) }
        self.init(
            number: (last?.number ?? 0) + 1, range: (last?.range.upperBound.next ?? .least)...end, rows: leaves.count,
            leaves: bytes, root: Seal.root(of: bytes), sealedAt: instant, key: key.id, code: .zero)
        self = coded(key.code(over: encoding(after: last?.code ?? .zero, stream: stream)))
    }

    init(
        number: Int64, range: ClosedRange<Arrival>, rows: Int, leaves: [UInt8], root: Digest256, sealedAt: Instant,
        key: KeyID, code: Digest256
    ) {
        self.number = number
        self.range = range
        self.rows = rows
        self.leaves = leaves
        self.root = root
        self.sealedAt = sealedAt
        self.key = key
        self.code = code
    }

    private func coded(_ code: Digest256) -> Seal {
        Seal(
            number: number, range: range, rows: rows, leaves: leaves, root: root, sealedAt: sealedAt, key: key,
            code: code)
    }

    /// Whether it was made by this key, after the seal of that code, and has not changed since.
    func isAuthentic(after previous: Digest256, stream: SealStream, key: SiteSealKey) -> Bool {
        leaves.count.isMultiple(of: SealLeaf.byteCount) && leaves.count / SealLeaf.byteCount == rows
            && Seal.root(of: leaves) == root && self.key == key.id
            && key.code(over: encoding(after: previous, stream: stream)) == code
    }

    private static func root(of leaves: [UInt8]) -> Digest256 {
        Digest256(SHA256.hash(data: leaves))
    }

    /// What the code covers: parts of fixed length but for the key's name, which stands last.
    private func encoding(after previous: Digest256, stream: SealStream) -> [UInt8] {
        var bytes = Array("homeward seal 1".utf8)
        let numbers = [
            Int64(stream.number), number, range.lowerBound.number, range.upperBound.number, Int64(rows),
            sealedAt.microseconds,
        ]
        for number in numbers { withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) } }
        root.append(to: &bytes)
        previous.append(to: &bytes)
        bytes.append(contentsOf: key.text.utf8)
        return bytes
    }
}
