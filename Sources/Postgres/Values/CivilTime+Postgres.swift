package import CivilDate

/// Days from 1970-01-01 to 2000-01-01, where PostgreSQL begins to count.
private let daysToPostgresEpoch: Int32 = 10_957

/// Microseconds from 1970-01-01 to 2000-01-01.
private let microsecondsToPostgresEpoch: Int64 = 946_684_800_000_000

extension CivilDate: PostgresValue {
    package static var postgresType: PostgresType { .date }

    /// A day outside PostgreSQL's calendar (before 4713 BC) is sent as the nearest that the server itself refuses.
    package func encode(into bytes: inout PostgresBytes) {
        let (days, overflow) = dayNumber.subtractingReportingOverflow(daysToPostgresEpoch)
        // Int32.min means -infinity to the server; the day after it is out of its range and refused by name.
        bytes.append(overflow || days == Int32.min ? Int32.min + 1 : days)
    }

    /// Reads `date`; `infinity` is refused.
    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        guard cell.type == PostgresType.date.oid else { throw .wrongType(oid: cell.type) }
        try self.init(postgresDays: try cell.integer(Int32.self))
    }

    /// The day that PostgreSQL counts so from 2000-01-01.
    init(postgresDays days: Int32) throws(DecodingFault) {
        if days == Int32.max || days == Int32.min { throw .infinite }
        let (dayNumber, overflow) = days.addingReportingOverflow(daysToPostgresEpoch)
        if overflow { throw .outOfRange }
        self.init(dayNumber: dayNumber)
    }
}

extension Instant: PostgresValue {
    package static var postgresType: PostgresType { .timestamptz }

    /// An instant outside PostgreSQL's calendar is sent as one that the server itself refuses, never as infinity.
    package func encode(into bytes: inout PostgresBytes) {
        let (value, overflow) = microseconds.subtractingReportingOverflow(microsecondsToPostgresEpoch)
        bytes.append(overflow || value == Int64.min ? Int64.min + 1 : value)
    }

    /// Reads `timestamptz`; `infinity` is refused: see ``UnboundedInstant``.
    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        switch try UnboundedInstant(cell: cell) {
        case .at(let instant): self = instant
        case .beforeAll, .afterAll: throw .infinite
        }
    }
}

/// A `timestamptz` that may be `infinity` or `-infinity`.
package enum UnboundedInstant: PostgresValue, Hashable {
    /// `-infinity`.
    case beforeAll
    /// A point in time.
    case at(Instant)
    /// `infinity`: what a version that is still in force is known until.
    case afterAll

    package static var postgresType: PostgresType { .timestamptz }

    package func encode(into bytes: inout PostgresBytes) {
        switch self {
        case .beforeAll: bytes.append(Int64.min)
        case .at(let instant): instant.encode(into: &bytes)
        case .afterAll: bytes.append(Int64.max)
        }
    }

    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        guard cell.type == PostgresType.timestamptz.oid else { throw .wrongType(oid: cell.type) }
        switch try cell.integer(Int64.self) {
        case Int64.min: self = .beforeAll
        case Int64.max: self = .afterAll
        case let value:
            let (microseconds, overflow) = value.addingReportingOverflow(microsecondsToPostgresEpoch)
            if overflow { throw .outOfRange }
            self = .at(Instant(microseconds: microseconds))
        }
    }
}
