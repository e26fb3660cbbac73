import Postgres

/// Sealed bytes as a value that an array of a statement can hold: an array of arrays is none.
struct SealedColumn: PostgresEncodable {
    let bytes: [UInt8]

    static var postgresType: PostgresType { .bytea }

    func encode(into target: inout PostgresBytes) {
        target.append(contentsOf: bytes)
    }
}
