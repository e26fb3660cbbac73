import Testing

struct PlacementTests {
    @Test func `each mark stands only where it may`() {
        expectNothing(Rules.placement(PackageTree.sources))
    }

    @Test func `nothing is unwrapped by force`() {
        expectNothing(Rules.forcedUnwraps(PackageTree.sources))
    }

    @Test func `each promise to the compiler says what keeps it`() {
        expectNothing(Rules.unexplainedPromises(PackageTree.sources))
    }

    @Test func `SQL stands only in the modules that talk to the database`() {
        expectNothing(Rules.sqlPlacement(PackageTree.sources))
    }

    @Test(arguments: Rules.places.map(\.mark))
    func `a mark in the wrong place is found`(_ mark: String) {
        let file = SourceFile(path: "Sources/Statistics/A.swift", text: "let a = 1\n\(mark) info\n")
        #expect(Rules.placement([file]).count == 1)
        let comment = SourceFile(path: "Sources/Statistics/A.swift", text: "// \(mark)\nlet a = \"\(mark)\"\n")
        #expect(Rules.placement([comment]) == [])
    }

    @Test func `a mark in its own place is not found`() {
        let files = [
            SourceFile(path: "Sources/Vault/VaultObservation.swift", text: "logger.log(1)\n"),
            SourceFile(path: "Sources/Postgres/Lane.swift", text: "import Clibpq\n"),
            SourceFile(path: "Sources/Schema/Migrator.swift", text: "@_spi(Splice) import Postgres\n"),
        ]
        #expect(Rules.placement(files) == [])
    }

    @Test(arguments: ["let a = b!", "c()!.d", "e[0]!"])
    func `an unwrapping by force is found`(_ line: String) {
        #expect(Rules.forcedUnwraps([SourceFile(path: "Sources/Vault/A.swift", text: line)]).count == 1)
    }

    @Test(arguments: ["if !a { }", "a != b", "let text = \"no!\"", "f(!a)", "// really!"])
    func `an innocent mark is not taken for one`(_ line: String) {
        #expect(Rules.forcedUnwraps([SourceFile(path: "Sources/Vault/A.swift", text: line)]) == [])
    }

    @Test func `a promise without a comment is found`() {
        let bare = "final class Lane: @unchecked Sendable {}\n"
        #expect(Rules.unexplainedPromises([SourceFile(path: "Sources/Postgres/A.swift", text: bare)]).count == 1)
        let explained = "// The lane's queue protects it.\n@safe\n" + bare
        #expect(Rules.unexplainedPromises([SourceFile(path: "Sources/Postgres/A.swift", text: explained)]) == [])
    }

    @Test(arguments: [
        "SELECT 1", "INSERT INTO t VALUES (1)", "UPDATE t SET a = 1", "DELETE FROM t", "CREATE TABLE t ()",
        "GRANT ALL ON t TO u",
    ])
    func `a statement elsewhere is found`(_ statement: String) {
        let file = SourceFile(
            path: "Sources/PrivateCluster/A.swift", text: "let a = \"\"\"\n    \(statement)\n    \"\"\"\n")
        #expect(Rules.sqlPlacement([file]).count == 1)
    }

    @Test func `plain words are no statement`() {
        let file = SourceFile(
            path: "Sources/Bootstrap/A.swift", text: "let a = \"SELECT\"\nlet b = \"UPDATE the file\"\n")
        #expect(Rules.sqlPlacement([file]) == [])
    }
}
