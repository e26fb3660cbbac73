import Exchange
import Testing

@Suite struct ThreeWayTests {
    private func cells(_ value: String?) -> RegisterCells {
        var cells = RegisterCells()
        cells[.sex] = value
        return cells
    }

    /// What becomes of a column: last import, file, record; then the merged value and what is said of it.
    struct Case: Sendable, CustomStringConvertible {
        let last: String?
        let file: String?
        let record: String?
        let merged: String?
        let verdict: String

        init(_ last: String?, _ file: String?, _ record: String?, _ merged: String?, _ verdict: String) {
            self.last = last
            self.file = file
            self.record = record
            self.merged = merged
            self.verdict = verdict
        }

        var description: String { "\(last ?? "-") \(file ?? "-") \(record ?? "-")" }
    }

    private func verdict(_ result: ThreeWay<RegisterColumn>) -> String {
        if result.changed == [.sex] { return "changed" }
        if result.kept == [.sex] { return "kept" }
        if result.conflicts == [.sex] { return "conflict" }
        return "same"
    }

    @Test(arguments: [
        Case("M", "M", "M", "M", "same"),
        Case("M", "F", "M", "F", "changed"),
        Case("M", nil, "M", nil, "changed"),
        Case(nil, "F", nil, "F", "changed"),
        Case("M", "M", "F", "F", "kept"),
        Case("M", "M", nil, nil, "kept"),
        Case(nil, nil, "F", "F", "kept"),
        Case("M", "F", "F", "F", "same"),
        Case("M", nil, nil, nil, "same"),
        Case("M", "F", "U", "U", "conflict"),
        Case("M", nil, "U", "U", "conflict"),
        Case("M", "F", nil, nil, "conflict"),
        Case(nil, "F", "U", "U", "conflict"),
    ])
    func `last import, file and record decide together`(example: Case) {
        let result = ThreeWay(
            base: cells(example.last), file: cells(example.file), columns: [.sex], record: cells(example.record)
        )
        #expect(result.merged == cells(example.merged))
        #expect(verdict(result) == example.verdict)
    }

    @Test(arguments: [
        Case(nil, "M", "M", "M", "same"),
        Case(nil, "F", nil, "F", "changed"),
        Case(nil, nil, "F", "F", "kept"),
        Case(nil, "M", "F", "F", "conflict"),
    ])
    func `without a last import nothing that the record has is overwritten`(example: Case) {
        let result = ThreeWay(base: nil, file: cells(example.file), columns: [.sex], record: cells(example.record))
        #expect(result.merged == cells(example.merged))
        #expect(verdict(result) == example.verdict)
    }

    @Test func `a column that the file does not have says nothing`() {
        let result = ThreeWay(base: cells("M"), file: cells(nil), columns: [.ethnicity], record: cells("M"))
        #expect(result.merged == cells("M"))
        #expect(verdict(result) == "same")
    }

    @Test func `the values of a row come back from their bytes`() throws {
        let row = try #require(Register.read([Register.closed]).lines.first?.row)
        #expect(ImportedValues.cells(from: ImportedValues.bytes(of: row.cells)) == row.cells)
    }

    @Test func `bytes of another kind are no values`() {
        #expect(ImportedValues.cells(from: Array("register 2\nsex=M\n".utf8)) == nil)
        #expect(ImportedValues.cells(from: []) == nil)
        #expect(ImportedValues.cells(from: Array("register 1\nsex".utf8)) == nil)
    }

    @Test func `a column that is no more is passed over`() {
        #expect(ImportedValues.cells(from: Array("register 1\nsex=M\nshoe_size=5\n".utf8)) == cells("M"))
    }
}
