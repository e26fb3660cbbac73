internal import CivilDate

/// One row of a result. Values are read from the result's own memory, each time they are asked for.
package struct Row: Sendable {
    let box: ResultBox
    let index: Int32

    /// How many columns the row has.
    package var columnCount: Int { box.columns.count }

    /// The names of the columns, in their order.
    package var columnNames: [String] { box.columns.names }

    /// The value in the column of that name: `try row["ref", as: String.self]`.
    package subscript<T: PostgresDecodable>(name: String, as type: T.Type) -> T {
        get throws(PostgresFault) { try decode(name, as: type) }
    }

    /// The value in the column of that name.
    package func decode<T: PostgresDecodable>(_ name: String, as type: T.Type = T.self) throws(PostgresFault) -> T {
        guard let position = box.columns.position(of: name) else {
            throw PostgresFault(.decoding(.noSuchColumn(name: name)), during: .statement)
        }
        return try decode(position, as: type)
    }

    /// The value in the column at that position, counted from 0.
    package func decode<T: PostgresDecodable>(_ position: Int, as type: T.Type) throws(PostgresFault) -> T {
        try decode(position)
    }

    /// The value in the column at that position, counted from 0.
    // Rows are many and values more: for the usual types nothing is looked up at run time.
    @specialized(where T == Bool)
    @specialized(where T == Int16)
    @specialized(where T == Int32)
    @specialized(where T == Int64)
    @specialized(where T == Int)
    @specialized(where T == Double)
    @specialized(where T == String)
    @specialized(where T == CivilDate)
    @specialized(where T == Instant)
    @specialized(where T == UUIDBytes)
    @specialized(where T == JSONBytes)
    @specialized(where T == Int32?)
    @specialized(where T == String?)
    @specialized(where T == CivilDate?)
    package func decode<T: PostgresDecodable>(_ position: Int) throws(PostgresFault) -> T {
        do {
            return try T(cell: try box.cell(row: index, column: position))
        } catch {
            throw fault(error, at: position)
        }
    }

    /// What is wrong, with the name of the column.
    private func fault(_ fault: DecodingFault, at position: Int) -> PostgresFault {
        PostgresFault(
            .decoding(fault), during: .statement,
            report: ServerReport(column: position < columnCount && position >= 0 ? columnNames[position] : nil)
        )
    }

    /// The first columns of the row, in their order: `let (id, ref) = try row.decode(UUIDBytes.self, String?.self)`.
    package func decode<each T: PostgresDecodable>(
        _ types: repeat (each T).Type
    ) throws(PostgresFault) -> (repeat each T) {
        var position = 0
        func next<U: PostgresDecodable>(_ type: U.Type) throws(PostgresFault) -> U {
            defer { position += 1 }
            return try decode(position, as: type)
        }
        return (repeat try next(each types))
    }
}
