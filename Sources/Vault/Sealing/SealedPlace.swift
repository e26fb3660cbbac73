import Intervention

/// Where sealed bytes belong. They open only there: moved to another row, purpose or site they are refused.
struct SealedPlace {
    let site: SiteID
    let purpose: VaultPurpose
    let row: [UInt8]
    let key: KeyID

    /// What is authenticated along with the sealed bytes.
    var authenticatedBytes: [UInt8] {
        var encoder = Encoder()
        encoder.append(text: "homeward sealed 1")
        encoder.append(number: site.number)
        encoder.append(text: purpose.rawValue)
        encoder.append(row)
        encoder.append(text: key.text)
        return encoder.bytes
    }

    /// Puts parts behind one another, each with its length before it, so that no two lists of parts read the same.
    struct Encoder {
        private(set) var bytes: [UInt8] = []

        mutating func append(_ part: some Collection<UInt8>) {
            append(length: part.count)
            bytes.append(contentsOf: part)
        }

        mutating func append(text: String) {
            append(text.utf8)
        }

        mutating func append(number: Int32) {
            append(length: 4)
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }

        private mutating func append(length: Int) {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: length).bigEndian) { bytes.append(contentsOf: $0) }
        }
    }
}
