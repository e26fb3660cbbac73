import Testing

struct FileSizeTests {
    /// Files of more than 300 lines, and why one name still says what each is.
    private static let exceptions: [String: String] = [:]

    @Test func `no file is too long`() {
        expectNothing(Rules.sizes(PackageTree.swift, exceptions: Self.exceptions))
    }

    @Test func `the middle file of the product is short`() {
        #expect(Rules.median(PackageTree.sources) < 110)
    }

    @Test func `no folder's name says nothing`() {
        expectNothing(Rules.names(PackageTree.swift))
    }

    @Test func `a long file, a needless exception and an empty name are found`() {
        let text = String(repeating: "\n", count: 301)
        let long = SourceFile(path: "Sources/Vault/Helpers/Long.swift", text: text)
        #expect(long.length == 301)
        #expect(Rules.sizes([long], exceptions: [:]).count == 1)
        #expect(Rules.sizes([long], exceptions: [long.path: "one table"]) == [])
        #expect(Rules.sizes([], exceptions: [long.path: "one table"]).count == 1)
        let test = SourceFile(
            path: "Tests/VaultTests/LongTests.swift", text: text + String(repeating: "\n", count: 100))
        #expect(Rules.sizes([test], exceptions: [:]).count == 1)
        #expect(Rules.names([long]).count == 1)
        #expect(Rules.median([long, test, test]) == 401)
    }
}
