extension Statement {
    /// Collects the pieces of an interpolated statement: literals become SQL, values become `$n`.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate(set) var sql = ""
        fileprivate(set) var binds = Binds()

        package init(literalCapacity: Int, interpolationCount: Int) {
            sql.reserveCapacity(literalCapacity + 3 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            sql += literal
        }

        /// Binds a value.
        package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value) {
            binds.append(value)
            sql += "$"
            sql += String(binds.count)
        }

        /// Binds a value, or SQL's NULL. The label says that the nothing is meant.
        package mutating func appendInterpolation<Value: PostgresEncodable>(nullable value: Value?) {
            appendInterpolation(value)
        }

        /// Splices text into the SQL. Only where the text is a program's own: names in migrations and in tests.
        @_spi(Splice)
        public mutating func appendInterpolation(splice text: String) {
            sql += text
        }
    }
}
