/// An answer that comes in chunks.
enum Chunks {
    static func joined(_ body: String) throws -> String {
        var (bytes, rest): ([UInt8], ArraySlice<UInt8>) = ([], Array(body.utf8)[...])
        while let end = rest.firstRange(of: [13, 10]) {
            let digits = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
            guard let size = Int(digits, radix: 16) else { throw TestTrouble("no chunk: \(digits)") }
            guard size > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += rest[end.upperBound...].prefix(size)
            rest = rest[end.upperBound...].dropFirst(size + 2)
        }
        throw TestTrouble("the answer does not end")
    }
}

/// A table by RFC 4180, as a program of somebody else's would read it.
enum CSVRows {
    static func read(_ text: String) throws -> [[String]] {
        var (rows, row, cell, isQuoted): ([[String]], [String], String, Bool) = ([], [], "", false)
        var characters = Array(text.unicodeScalars)[...]
        while let next = characters.popFirst() {
            switch next {
            case "\"" where isQuoted && characters.first == "\"": cell.unicodeScalars.append(characters.removeFirst())
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: (row, cell) = (row + [cell], "")
            case "\r" where !isQuoted && characters.first == "\n":
                _ = characters.removeFirst()
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.unicodeScalars.append(next)
            }
        }
        guard row.isEmpty, cell.isEmpty, !isQuoted else { throw TestTrouble("the table does not end") }
        return rows
    }
}
