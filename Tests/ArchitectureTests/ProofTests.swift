import Testing

/// The documents that name a test for each sentence they promise.
struct ProofTests {
    /// The tests that a text names, written `ModuleTests/NameTests`.
    private static func named(in text: String) -> [String] {
        text.matches(of: /`([A-Za-z]+Tests\/[A-Za-z]+Tests)`/).map { String($0.output.1) }
    }

    @Test(arguments: ["docs/security.md", "docs/signing-in.md"])
    func `every test that a document names is there`(document: String) throws {
        let files = PackageTree.swift.filter { $0.tree == "Tests" }
        let known = Set(files.map { "\($0.module)/\($0.name.dropLast(".swift".count))" })
        let wanted = Self.named(in: try #require(PackageTree.text(of: document)))
        #expect(wanted.count > 10)
        #expect(wanted.filter { !known.contains($0) } == [])
    }

    /// The rows of the tables of both documents: the line of security that each is about, and what holds it.
    private static let rows: [(line: String, held: String)] = ["docs/security.md", "docs/signing-in.md"].flatMap {
        (PackageTree.text(of: $0) ?? "").split(separator: "\n").compactMap { row in
            let cells = row.split(separator: "|").map { String($0.drop { $0 == " " }) }
            guard row.hasPrefix("| S"), cells.count == 3 else { return nil }
            return (String(cells[0].prefix { $0 != " " }), cells[2])
        }
    }

    @Test(arguments: Array(1...12) + Array(17...31))
    func `each line of security has a sentence, and a test or a measurement that holds it`(number: Int) {
        let own = Self.rows.filter { $0.line == "S\(number)" }
        #expect(!own.isEmpty)
        for row in own {
            #expect(!Self.named(in: row.held).isEmpty || row.held.contains("`Benchmarks/"), "S\(number)")
        }
    }
}
