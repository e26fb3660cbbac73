/// Writes CSV of RFC 4180: CR LF at the end of a record, quotes around a cell that needs them.
package struct CSVWriter: Sendable {
    /// For whom the file is written.
    package enum Variant: Sendable {
        /// For programs, and for files that are mended and come back: every cell as it is.
        case machine
        /// For people's spreadsheets: text that a spreadsheet would run as a formula begins with an apostrophe.
        case spreadsheet
    }

    /// For whom the file is written.
    package let variant: Variant

    private var buffer: [UInt8] = []
    private var isFirstCell = true
    private var recordIsEmpty = true

    /// A writer with nothing written yet.
    package init(_ variant: Variant) {
        self.variant = variant
    }

    /// How many bytes wait to be taken.
    package var pendingBytes: Int { buffer.count }

    /// Takes what was written since the last time.
    package mutating func take() -> [UInt8] {
        defer { buffer.removeAll(keepingCapacity: true) }
        return buffer
    }

    /// Writes one record of text cells.
    package mutating func write(_ cells: some Sequence<String>) {
        for cell in cells { writeText(cell) }
        endRecord()
    }

    /// Adds a cell of text to the record that is being written.
    package mutating func writeText(_ text: String) {
        writeBytes(Array((variant == .spreadsheet ? SpreadsheetGuard.guarded(text) : text).utf8))
    }

    /// Adds a cell that is a number or a day in Homeward's own form: no spreadsheet runs it, so it is never guarded.
    package mutating func writePlain(_ value: some CustomStringConvertible) {
        writeBytes(Array(value.description.utf8))
    }

    /// Adds a cell from bytes that came out of a file, also when they are not UTF-8: it is given back as it was.
    package mutating func writeBytes(_ bytes: some Collection<UInt8>) {
        if !isFirstCell { buffer.append(Ascii.comma) }
        recordIsEmpty = isFirstCell && bytes.isEmpty
        isFirstCell = false
        guard bytes.contains(where: Self.needsQuotes) else {
            buffer.append(contentsOf: bytes)
            return
        }
        buffer.append(Ascii.quote)
        for byte in bytes {
            if byte == Ascii.quote { buffer.append(Ascii.quote) }
            buffer.append(byte)
        }
        buffer.append(Ascii.quote)
    }

    /// Ends the record that is being written.
    package mutating func endRecord() {
        // A record of one empty cell would be an empty line, which says that there is no record.
        if recordIsEmpty { buffer.append(contentsOf: [Ascii.quote, Ascii.quote]) }
        buffer.append(contentsOf: [Ascii.carriageReturn, Ascii.lineFeed])
        isFirstCell = true
        recordIsEmpty = true
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == Ascii.comma || byte == Ascii.quote || byte == Ascii.lineFeed || byte == Ascii.carriageReturn
    }
}
