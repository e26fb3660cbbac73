/// The values of a statement, encoded one behind the other.
struct Binds: Sendable {
    private(set) var bytes = PostgresBytes()
    /// `pg_type.oid` of each value.
    private(set) var types: [UInt32] = []
    /// Where each value begins in ``bytes``.
    private(set) var offsets: [Int] = []
    /// How long each value is; -1 for NULL.
    private(set) var lengths: [Int32] = []
    private(set) var flaw: StatementFlaw?

    var count: Int { types.count }

    mutating func append<Value: PostgresEncodable>(_ value: Value) {
        let type = Value.postgresType.oid
        if type == 0 { flaw = .nestedArray }
        types.append(type)
        offsets.append(bytes.count)
        if value.isPostgresNull {
            lengths.append(-1)
        } else {
            let offset = bytes.count
            if flaw == nil { value.encode(into: &bytes) }
            let length = bytes.count - offset
            lengths.append(Int32(truncatingIfNeeded: length))
            if bytes.count >= StatementFlaw.greatestSize { flaw = .tooLarge }
        }
        if count > StatementFlaw.greatestCount { flaw = .tooManyValues(count) }
    }
}
