import Exchange
import Testing

@Suite struct CSVWriterTests {
    private func written(_ records: [[String]], _ variant: CSVWriter.Variant = .machine) -> [UInt8] {
        var writer = CSVWriter(variant)
        for record in records { writer.write(record) }
        return writer.take()
    }

    private func text(_ records: [[String]], _ variant: CSVWriter.Variant = .machine) -> String {
        String(decoding: written(records, variant), as: UTF8.self)
    }

    private func read(_ bytes: [UInt8]) -> [CSVRecord] {
        var reader = CSVReader(bytes: bytes)
        var records: [CSVRecord] = []
        while let record = reader.next() { records.append(record) }
        return records
    }

    /// Unicode scalars, because two strings may be equal and not the same.
    private func scalars(_ records: [[String]]) -> [[[Unicode.Scalar]]] {
        records.map { $0.map { Array($0.unicodeScalars) } }
    }

    @Test func `only cells that need quotes get them`() {
        #expect(text([["a b", "a,b", "a\"b", "a\nb", "a\rb", ""]]) == "a b,\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\",\r\n")
    }

    @Test func `a record of one empty cell is not an empty line`() {
        #expect(text([[""], ["a"]]) == "\"\"\r\na\r\n")
    }

    @Test func `taking leaves nothing behind`() {
        var writer = CSVWriter(.machine)
        writer.write(["a"])
        #expect(writer.pendingBytes == 3)
        #expect(writer.take().count == 3)
        #expect(writer.take().isEmpty)
    }

    @Test func `bytes that are not UTF-8 are given back as they were`() {
        var writer = CSVWriter(.machine)
        writer.writeBytes([0xE9, UInt8(ascii: ",")])
        writer.endRecord()
        #expect(writer.take() == [0x22, 0xE9, 0x2C, 0x22, 0x0D, 0x0A])
    }

    @Test(arguments: ["=1+1", "+44", "-1", "@a", "\tx", "\rx", "\0x", "'=1"])
    func `text that a spreadsheet would run begins with an apostrophe`(cell: String) {
        #expect(SpreadsheetGuard.guarded(cell) == "'" + cell)
        #expect(read(written([[cell, "x"]], .spreadsheet)).first?.cells.first == "'" + cell)
    }

    @Test(arguments: ["1+1", "a=b", "'quoted'", "", "'", "x@y"])
    func `other text is left as it is`(cell: String) {
        #expect(SpreadsheetGuard.guarded(cell) == cell)
    }

    @Test func `numbers are never guarded`() {
        var writer = CSVWriter(.spreadsheet)
        writer.writePlain(-5)
        writer.endRecord()
        #expect(writer.take() == Array("-5\r\n".utf8))
    }

    @Test(arguments: 0..<40)
    func `what is written is read back, whatever the text`(seed: Int) {
        var random = HostileText(seed: UInt64(seed))
        let width = Int.random(in: 1...6, using: &random)
        // A mark at the very beginning is the file's, not the cell's: the header stands there in a real file.
        let records = [Array(repeating: "h", count: width)] + (0..<50).map { _ in random.record(width: width) }
        let back = read(written(records))
        #expect(scalars(back.map(\.cells)) == scalars(records))
        #expect(!back.contains { !$0.faults.isEmpty })
    }

    @Test(arguments: 0..<40)
    func `the spreadsheet's apostrophes come off exactly`(seed: Int) {
        var random = HostileText(seed: UInt64(1000 + seed))
        for _ in 0..<250 {
            let cell = random.cell()
            let back = SpreadsheetGuard.unguarded(SpreadsheetGuard.guarded(cell))
            #expect(Array(back.utf8) == Array(cell.utf8))
        }
    }

    @Test func `no guarded cell begins with a character that a spreadsheet runs`() {
        var random = HostileText(seed: 7)
        for _ in 0..<10_000 {
            let first = SpreadsheetGuard.guarded(random.cell()).utf8.first
            #expect(first.map { !"=+-@\t\r\0".utf8.contains($0) } ?? true)
        }
    }
}
