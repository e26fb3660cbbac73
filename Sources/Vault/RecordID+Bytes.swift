import Intervention
import Postgres

extension RecordID {
    /// The sixteen bytes.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        withUnsafeBytes(of: high.bigEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: low.bigEndian) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// The id as a statement binds it.
    var bound: UUIDBytes { UUIDBytes(high: high, low: low) }

    /// An id as a row gives it.
    init(_ bytes: UUIDBytes) {
        self.init(high: bytes.high, low: bytes.low)
    }
}
