import Exchange
import Testing

@Suite struct CSVReaderTests {
    private func records(_ text: String) -> [CSVRecord] { records(Array(text.utf8)) }

    private func records(_ bytes: [UInt8]) -> [CSVRecord] {
        var reader = CSVReader(bytes: bytes)
        var records: [CSVRecord] = []
        while let record = reader.next() { records.append(record) }
        return records
    }

    private func cells(_ text: String) -> [[String]] { records(text).map(\.cells) }

    @Test func `cells are what stands between the commas`() {
        #expect(cells("a,b,c\n1,,3\n") == [["a", "b", "c"], ["1", "", "3"]])
    }

    @Test func `quotes hide commas, quotes and ends of line`() {
        #expect(cells("\"a,b\",\"say \"\"so\"\"\",\"one\r\ntwo\"\n") == [["a,b", "say \"so\"", "one\r\ntwo"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `every end of line ends a record`(end: String) {
        #expect(cells("a,b\(end)1,2\(end)") == [["a", "b"], ["1", "2"]])
    }

    @Test func `the last record needs no end of line`() {
        #expect(cells("a\n1") == [["a"], ["1"]])
    }

    @Test func `a byte order mark is passed over`() {
        #expect(cells("\u{FEFF}a,b\n") == [["a", "b"]])
    }

    @Test func `a byte order mark in three pieces is passed over`() {
        var pieces: [[UInt8]] = [[0xEF], [0xBB], [0xBF], Array("a".utf8), Array(",b".utf8)]
        var reader = CSVReader { () throws(Never) -> [UInt8] in pieces.isEmpty ? [] : pieces.removeFirst() }
        #expect(reader.next()?.cells == ["a", "b"])
        #expect(reader.next() == nil)
    }

    @Test func `a file of nothing has no record`() {
        #expect(records("").isEmpty)
        #expect(records("\u{FEFF}").isEmpty)
    }

    @Test func `an empty line is no record but an empty quoted cell is one`() {
        #expect(cells("a\n\n\r\n\"\"\n") == [["a"], [""]])
    }

    @Test func `a record stands on the line where it begins`() {
        let lines = records("h\r\n\"1\r\n1\r1\n1\",x\r\n\r\n2\n").map(\.line.number)
        #expect(lines == [1, 2, 7])
    }

    @Test func `bytes that are not UTF-8 are told with their line`() {
        let found = records(Array("a,b\nx,\"1\n".utf8) + [0xE9] + Array("\n\",y\nz,w\n".utf8))
        #expect(found.map(\.faults) == [[], [CSVFault(kind: .notUTF8, line: FileLine(3), cell: 1)], []])
        #expect(Array(found[1].rawCell(1)) == Array("1\n".utf8) + [0xE9] + Array("\n".utf8))
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82],
        ] as [[UInt8]])
    func `overlong, surrogate, oversized and cut characters are not UTF-8`(bytes: [UInt8]) {
        #expect(records(bytes + Array(",x\n".utf8)).first?.faults.map(\.kind) == [.notUTF8])
        #expect(records(bytes).first?.faults.map(\.kind) == [.notUTF8])
    }

    @Test(arguments: ["é", "ß", "€", "\u{FFFD}", "𐍈", "\u{10FFFF}", "\u{D7FF}", "\u{E000}", "a\u{0308}"])
    func `every character of Unicode may stand in a cell`(text: String) {
        let record = records("\(text)\n").first
        #expect(record?.faults == [])
        #expect(record?.cells == [text])
    }

    @Test func `a zero byte is told with its line and cell`() {
        #expect(records("a\nb,c\0d\n").last?.faults == [CSVFault(kind: .nulByte, line: FileLine(2), cell: 1)])
    }

    @Test func `a quote inside a bare cell is told, and the quote stays`() {
        let record = records("a\"b,c\n").first
        #expect(record?.faults == [CSVFault(kind: .strayQuote, line: .first, cell: 0)])
        #expect(record?.cells == ["a\"b", "c"])
    }

    @Test func `text after a closing quote is told, and the next record is whole`() {
        let found = records("\"a\"b,c\n1,2\n")
        #expect(found.map(\.cells) == [["a\"b", "c"], ["1", "2"]])
        #expect(found.map { $0.faults.map(\.kind) } == [[.strayQuote], []])
    }

    @Test func `a quote that is never closed is told with the line where it was opened`() {
        let found = records("a,b\n1,2\n3,\"4\n5,6\n")
        #expect(found.last?.faults == [CSVFault(kind: .unclosedQuote, line: FileLine(3), cell: 1)])
        #expect(found.count == 3)
    }

    @Test func `where the pieces are cut changes nothing`() {
        let bytes = Array("\u{FEFF}a,\"b\"\"\r\nc\"\r\n\"€\",é\r\n\r\nx,y".utf8)
        let whole = records(bytes)
        for size in 1...bytes.count {
            var rest = bytes[...]
            var reader = CSVReader { () throws(Never) -> [UInt8] in
                defer { rest = rest.dropFirst(size) }
                return Array(rest.prefix(size))
            }
            var cut: [CSVRecord] = []
            while let record = reader.next() { cut.append(record) }
            #expect(cut == whole)
        }
    }

    @Test func `what stops the source stops the reader`() {
        struct Broken: Error {}
        var reader = CSVReader { () throws(Broken) -> [UInt8] in throw Broken() }
        #expect(throws: Broken.self) { try reader.next() }
    }
}
