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
}
