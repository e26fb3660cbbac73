import Postgres

/// A payload's canonical bytes on their way into a `jsonb` column.
struct CanonicalJSON: PostgresEncodable {
    let bytes: [UInt8]

    static var postgresType: PostgresType { .jsonb }

    func encode(into buffer: inout PostgresBytes) {
        // The binary format of jsonb has one version.
        buffer.append(1 as UInt8)
        buffer.append(contentsOf: bytes)
    }
}
