/// The sixteen bytes of a `uuid`, as two numbers in network byte order.
package struct UUIDBytes: Sendable, Hashable {
    /// The first eight bytes.
    package let high: UInt64
    /// The last eight bytes.
    package let low: UInt64

    /// A uuid of these halves.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

extension UUIDBytes: PostgresValue {
    package static var postgresType: PostgresType { .uuid }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(high)
        bytes.append(low)
    }

    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        guard cell.type == PostgresType.uuid.oid else { throw .wrongType(oid: cell.type) }
        var reader = try PostgresReader(cell)
        self.init(high: try reader.integer(UInt64.self), low: try reader.integer(UInt64.self))
        guard reader.isAtEnd else { throw .malformed }
    }
}

extension UUIDBytes: CustomStringConvertible {
    /// The canonical text, in lower case: `8-4-4-4-12` hexadecimal digits.
    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for place in 0..<32 {
            if place == 8 || place == 12 || place == 16 || place == 20 { text.append(UInt8(ascii: "-")) }
            let half = place < 16 ? high : low
            text.append(digits[Int(half >> UInt64(60 - 4 * (place % 16)) & 0xF)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
