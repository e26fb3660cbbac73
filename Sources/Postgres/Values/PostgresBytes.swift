/// Bytes on their way to the server: a buffer that values append themselves to, integers big-endian.
package struct PostgresBytes: Sendable {
    /// What was appended so far.
    package private(set) var storage: [UInt8] = []

    /// An empty buffer.
    package init() {}

    /// How many bytes were appended so far.
    package var count: Int { storage.count }

    /// Makes room for so many more bytes at once.
    package mutating func reserve(_ additional: Int) {
        let needed = storage.count + additional
        // Doubling is kept: asking for the exact size each time would copy at every call.
        if needed > storage.capacity { storage.reserveCapacity(max(needed, storage.capacity * 2)) }
    }

    /// Appends a whole number in network byte order.
    package mutating func append(_ value: some FixedWidthInteger & Sendable) {
        unsafe withUnsafeBytes(of: value.bigEndian) { bytes in
            unsafe storage.append(contentsOf: bytes)
        }
    }

    /// Appends bytes as they are.
    package mutating func append(contentsOf bytes: some Collection<UInt8>) {
        storage.append(contentsOf: bytes)
    }

    /// Overwrites four bytes that were appended before, in network byte order.
    package mutating func replace(at offset: Int, with value: Int32) {
        let bits = UInt32(bitPattern: value)
        storage[offset] = UInt8(truncatingIfNeeded: bits >> 24)
        storage[offset + 1] = UInt8(truncatingIfNeeded: bits >> 16)
        storage[offset + 2] = UInt8(truncatingIfNeeded: bits >> 8)
        storage[offset + 3] = UInt8(truncatingIfNeeded: bits)
    }
}
