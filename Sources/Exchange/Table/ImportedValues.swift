/// The values of a row as they were imported last, in the form in which they are sealed.
///
/// One line a column: name, `=`, value. No value has a line break in it: each went through the rules of its file. A column
/// that a later version no longer has is passed over.
package enum ImportedValues {
    /// The bytes of a row's values.
    package static func bytes<Column>(of cells: RowCells<Column>) -> [UInt8] {
        var bytes = Array("\(Column.kind.rawValue) 1\n".utf8)
        for column in Column.allCases {
            guard let value = cells[column] else { continue }
            bytes += Array("\(column.rawValue)=\(value)\n".utf8)
        }
        return bytes
    }

    /// The values in these bytes, or nil when they are none.
    package static func cells<Column: FileColumn>(
        from bytes: some Collection<UInt8>, in columns: Column.Type = RegisterColumn.self
    ) -> RowCells<Column>? {
        var lines = bytes.split(separator: Ascii.lineFeed)[...]
        guard let first = lines.popFirst(), first.elementsEqual("\(Column.kind.rawValue) 1".utf8) else { return nil }
        var cells = RowCells<Column>()
        for line in lines {
            guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            guard let column = Column(rawValue: String(decoding: line[..<equals], as: UTF8.self)) else {
                continue
            }
            cells[column] = String(decoding: line[line.index(after: equals)...], as: UTF8.self)
        }
        return cells
    }
}
