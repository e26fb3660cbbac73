package import CivilDate

/// A `daterange` from one day up to but not including another; without an end when ``until`` is nil. Never empty.
package struct DateRange: Sendable, Hashable {
    /// The first day in the range.
    package let from: CivilDate
    /// The first day after the range; nil when it has no end.
    package let until: CivilDate?

    /// A range of at least one day; nil when `until` does not lie after `from`.
    package init?(from: CivilDate, until: CivilDate?) {
        if let until, until <= from { return nil }
        self.from = from
        self.until = until
    }

    /// True when the day lies in the range.
    package func contains(_ day: CivilDate) -> Bool {
        guard from <= day else { return false }
        return until.map { day < $0 } ?? true
    }

    private static let isEmpty: UInt8 = 0x01
    private static let includesLower: UInt8 = 0x02
    private static let includesUpper: UInt8 = 0x04
    private static let hasNoLower: UInt8 = 0x08
    private static let hasNoUpper: UInt8 = 0x10
}

extension DateRange: PostgresValue {
    package static var postgresType: PostgresType { .daterange }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(Self.includesLower | (until == nil ? Self.hasNoUpper : 0))
        bytes.append(4 as Int32)
        from.encode(into: &bytes)
        guard let until else { return }
        bytes.append(4 as Int32)
        until.encode(into: &bytes)
    }

    /// Reads `daterange` in the server's canonical form `[from, until)`; empty ranges and those without a beginning are
    /// refused.
    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        guard cell.type == PostgresType.daterange.oid else { throw .wrongType(oid: cell.type) }
        var reader = try PostgresReader(cell)
        let flags = try reader.integer(UInt8.self)
        if flags & Self.isEmpty != 0 { throw .unsupportedShape }
        if flags & Self.hasNoLower != 0 { throw .infinite }
        guard flags & Self.includesLower != 0, flags & Self.includesUpper == 0 else { throw .malformed }
        guard try reader.integer(Int32.self) == 4 else { throw .malformed }
        let from = try CivilDate(postgresDays: try reader.integer(Int32.self))
        var until: CivilDate?
        if flags & Self.hasNoUpper == 0 {
            guard try reader.integer(Int32.self) == 4 else { throw .malformed }
            until = try CivilDate(postgresDays: try reader.integer(Int32.self))
        }
        guard reader.isAtEnd, let range = DateRange(from: from, until: until) else { throw .malformed }
        self = range
    }
}
