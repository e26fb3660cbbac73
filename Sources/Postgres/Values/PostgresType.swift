/// A type of the server, by the object identifiers of itself and of its array type (`pg_type.oid`, fixed since
/// PostgreSQL 8 for the built-in types).
package struct PostgresType: Sendable, Hashable {
    /// `pg_type.oid`.
    package let oid: UInt32
    /// `pg_type.typarray`; 0 when there is no array of this type, as for an array itself.
    package let arrayOID: UInt32

    /// A type by its identifiers.
    package init(oid: UInt32, arrayOID: UInt32) {
        self.oid = oid
        self.arrayOID = arrayOID
    }

    /// The type of a one-dimensional array of this type.
    package var array: PostgresType { PostgresType(oid: arrayOID, arrayOID: 0) }

    /// `boolean`.
    package static let bool = PostgresType(oid: 16, arrayOID: 1000)
    /// `bytea`.
    package static let bytea = PostgresType(oid: 17, arrayOID: 1001)
    /// `"char"`, the one-byte type of the catalogues.
    package static let char = PostgresType(oid: 18, arrayOID: 1002)
    /// `name`.
    package static let name = PostgresType(oid: 19, arrayOID: 1003)
    /// `bigint`.
    package static let int8 = PostgresType(oid: 20, arrayOID: 1016)
    /// `smallint`.
    package static let int2 = PostgresType(oid: 21, arrayOID: 1005)
    /// `integer`.
    package static let int4 = PostgresType(oid: 23, arrayOID: 1007)
    /// `text`.
    package static let text = PostgresType(oid: 25, arrayOID: 1009)
    /// `oid`.
    package static let oid = PostgresType(oid: 26, arrayOID: 1028)
    /// `json`.
    package static let json = PostgresType(oid: 114, arrayOID: 199)
    /// `real`.
    package static let float4 = PostgresType(oid: 700, arrayOID: 1021)
    /// `double precision`.
    package static let float8 = PostgresType(oid: 701, arrayOID: 1022)
    /// What a bare literal is before the server has decided.
    package static let unknown = PostgresType(oid: 705, arrayOID: 0)
    /// `character(n)`.
    package static let bpchar = PostgresType(oid: 1042, arrayOID: 1014)
    /// `character varying(n)`.
    package static let varchar = PostgresType(oid: 1043, arrayOID: 1015)
    /// `date`.
    package static let date = PostgresType(oid: 1082, arrayOID: 1182)
    /// `timestamp with time zone`.
    package static let timestamptz = PostgresType(oid: 1184, arrayOID: 1185)
    /// `uuid`.
    package static let uuid = PostgresType(oid: 2950, arrayOID: 2951)
    /// `jsonb`.
    package static let jsonb = PostgresType(oid: 3802, arrayOID: 3807)
    /// `daterange`.
    package static let daterange = PostgresType(oid: 3912, arrayOID: 3913)

    /// The array types that are read.
    static let arrays: Set<UInt32> = Set(
        [
            bool, bytea, char, name, int8, int2, int4, text, oid, json, float4, float8, bpchar, varchar, date,
            timestamptz,
            uuid, jsonb, daterange,
        ].map(\.arrayOID)
    )
}
