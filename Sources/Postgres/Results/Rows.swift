/// All rows of a result, held in libpq's memory until the value goes.
package struct Rows: Sendable {
    private let box: ResultBox
    /// How many rows there are.
    package let count: Int

    init(_ box: ResultBox) {
        self.box = box
        count = box.rowCount
    }

    /// What the server says that it did.
    package var tag: CommandTag { box.tag }

    /// The names of the columns, in their order.
    package var columnNames: [String] { box.columns.names }

    /// One column of all rows, by its position, counted from 0.
    package func column<T: PostgresDecodable>(
        _ position: Int = 0, as type: T.Type = T.self
    ) throws(PostgresFault) -> [T] {
        var values: [T] = []
        values.reserveCapacity(count)
        for row in self { values.append(try row.decode(position, as: type)) }
        return values
    }

    /// Appends a text as the server sent it, in UTF-8, by the position of its row and its column, counted from 0. No value
    /// is made of it: for whoever hands on texts by the million.
    /// - Returns: whether there is one; nothing is appended for NULL.
    package func appendText(row: Int, column: Int, to bytes: inout [UInt8]) throws(PostgresFault) -> Bool {
        do {
            return try box.appendText(row: Int32(truncatingIfNeeded: row), column: column, to: &bytes)
        } catch {
            throw PostgresFault(.decoding(error), during: .statement)
        }
    }
}

extension Rows: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(position: Int) -> Row {
        precondition(position >= 0 && position < count, "no such row")
        return Row(box: box, index: Int32(truncatingIfNeeded: position))
    }
}
