import Testing

struct LiteralTests {
    @Test func `in the modules of models numbers over 1 stand only in files of parameters`() {
        expectNothing(Rules.numbers(PackageTree.sources))
    }

    @Test func `no model is told apart outside its own module`() {
        expectNothing(Rules.modelTests(PackageTree.sources))
    }

    @Test(arguments: [
        "let most = 6", "(3...5)", "days: 0x1F", "1_000", "\"\\(2)\"", "0.61", "-14", "[1,2]", "x+7", "1...9",
        "case .whole(2): 0",
    ])
    func `a number is found, however it is written`(_ line: String) {
        let file = SourceFile(path: "Sources/MSTCAN/MSTCAN+Modules.swift", text: "let a = 1\n\(line)\n")
        let found = Rules.numbers([file])
        #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("Sources/MSTCAN/MSTCAN+Modules.swift:2: ") })
    }

    @Test(arguments: [
        "// after 72 hours", "\"within 3 days\"", "month6", "$0 + $1", "pair.2", "SSDA903.code", "0...1", "/* 12 */",
        "#\"28 items\"#", "items[0]",
    ])
    func `what only looks like a number is not`(_ line: String) {
        #expect(Rules.numbers([SourceFile(path: "Sources/MSTFIT/MSTFIT.swift", text: "\(line)\n")]) == [])
    }

    @Test func `a number may stand in a file of parameters and in other modules`() {
        let paths = [
            "Sources/StandardMST/StandardMST+Parameters.swift", "Sources/Statistics/Wilson.swift",
            "Tests/InterventionTests/CourseTests.swift",
        ]
        #expect(Rules.numbers(paths.map { SourceFile(path: $0, text: "let most = 6\n") }) == [])
    }

    @Test(arguments: [
        "if model.id == \"mst-psb\" {}", "switch id { case \"mst\": 1 default: 0 }", "[\"mst-e\"].contains(id)",
        "model is StandardMST", "guard let can = model as? MSTCAN else {}", "model is DeclaredModel",
    ])
    func `a model that is told apart is found`(_ line: String) {
        let file = SourceFile(path: "Sources/Reporting/Rows.swift", text: "\(line)\n")
        #expect(Rules.modelTests([file]).count == 1)
    }

    @Test func `a model's own module may name it, and words are no names`() {
        let own = SourceFile(path: "Sources/MSTCAN/MSTCAN.swift", text: "let id: ModelID = \"mst-can\"\n")
        let words = SourceFile(
            path: "Sources/Pages/Page.swift", text: "let text = \"mst-can teams\" // is MSTCAN\nis MSTCANReader\n")
        #expect(Rules.modelTests([own, words]) == [])
    }
}
