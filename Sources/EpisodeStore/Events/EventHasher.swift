import CivilDate
import Crypto
import Postgres
import Vault

/// The columns of an event that its hash covers, as they stand in the table.
struct EventColumns {
    var site: Int32
    var stream: String
    var id: UUIDBytes
    var seq: Int64
    var kind: String
    var schemaVersion: Int16
    var occurredOn: CivilDate
    var recordedAt: Instant
    var recordedBy: String
    var onBehalfOf: String?
    var model: String?
    var modelVersion: Int32?
    var settingsVersion: Int32?
    /// Canonical JSON (RFC 8785) of the typed payload.
    var payload: [UInt8]
    var previousHash: Digest256
}

/// Hashes events, one after the other, in a buffer of its own.
///
/// The encoding is the columns in the order of the table, each with its length in four bytes before it: integers
/// big-endian in their own width, days since 1970 as four bytes, instants as microseconds since 1970 in eight, text as
/// UTF-8. NULL is a length of 0xFFFFFFFF.
struct EventHasher {
    private var buffer: [UInt8] = []

    mutating func hash(_ event: EventColumns) -> Digest256 {
        buffer.removeAll(keepingCapacity: true)
        append(event.site)
        append(event.stream)
        append(length: 16)
        appendBare(event.id.high)
        appendBare(event.id.low)
        append(event.seq)
        append(event.kind)
        append(event.schemaVersion)
        append(event.occurredOn.dayNumber)
        append(event.recordedAt.microseconds)
        append(event.recordedBy)
        append(event.onBehalfOf)
        append(event.model)
        append(event.modelVersion)
        append(event.settingsVersion)
        append(length: event.payload.count)
        buffer.append(contentsOf: event.payload)
        append(length: 32)
        event.previousHash.append(to: &buffer)
        return Digest256(SHA256.hash(data: buffer))
    }

    private mutating func append(_ text: String?) {
        guard var text else { return appendNull() }
        text.withUTF8 { bytes in
            append(length: bytes.count)
            buffer.append(contentsOf: bytes)
        }
    }

    private mutating func append<Number: FixedWidthInteger>(_ number: Number?) {
        guard let number else { return appendNull() }
        append(length: MemoryLayout<Number>.size)
        appendBare(number)
    }

    private mutating func append(length: Int) {
        appendBare(UInt32(truncatingIfNeeded: length))
    }

    private mutating func appendNull() {
        appendBare(UInt32.max)
    }

    private mutating func appendBare(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { buffer.append(contentsOf: $0) }
    }
}
