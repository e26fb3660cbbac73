import Testing

struct SourceFileTests {
    @Test func `code, comments and literals are told apart`() {
        let text = ##"""
            let a = "x // no" // comment "y"
            /* one /* two */ still */ let b = #"raw "quoted" \#(f("in")) "#
            let c = """
                lines "of" text
                """
            """##
        let file = SourceFile(path: "Sources/A/B.swift", text: text)
        #expect(file.literals.map(\.text) == ["x // no", "in", "raw \"quoted\"   ", "\n    lines \"of\" text\n    "])
        #expect(file.literals.map(\.line) == [1, 2, 2, 3])
        #expect(file.code.count == file.lines.count)
        #expect(file.code[0].contains("let a = \""))
        #expect(!file.code.joined().contains("comment"))
        #expect(file.code[1].contains("let b = #\""))
        #expect(file.code[1].contains("f(\""))
    }

    @Test func `the tree is found and has every module's files`() {
        #expect(PackageTree.sources.count > 100)
        #expect(PackageTree.swift.contains { $0.name == "SourceFileTests.swift" && $0.module == "ArchitectureTests" })
        #expect(PackageTree.everything.contains("Package.swift"))
    }
}
