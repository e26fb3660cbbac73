import Testing

struct DocumentationTests {
    @Test func `every public and package declaration says what it is`() {
        expectNothing(Rules.undocumented(PackageTree.swift))
    }

    @Test func `every module has its line in the code map`() {
        let readme = PackageTree.text(of: "README.md") ?? ""
        let known = Set(FloorTable.rows.keys)
        expectNothing(Rules.codeMap(readme, modules: PackageTree.modules, known: known))
    }

    @Test func `nothing in the tree names a place of one machine`() {
        let found = PackageTree.everything.flatMap { path in
            PackageTree.text(of: path).map { Rules.machinePaths(path, $0) } ?? []
        }
        expectNothing(found)
    }

    @Test(arguments: [
        "package struct Lane {}", "public let a = 1", "@MainActor package func f() {}", "package static func g() {}",
        "package final class C {}", "package init(a: Int) {}",
    ])
    func `a bare declaration is found`(_ line: String) {
        #expect(Rules.undocumented([SourceFile(path: "Sources/Vault/A.swift", text: "import B\n\(line)\n")]).count == 1)
        let documented = "/// What it is.\n@inlinable\n\(line)\n"
        #expect(Rules.undocumented([SourceFile(path: "Sources/Vault/A.swift", text: documented)]) == [])
    }

    @Test(arguments: [
        "package static func < (left: A, right: A) -> Bool {}", "package var description: String { \"\" }",
        "package import B", "package extension A {}", "let package = 1",
        "package func hash(into hasher: inout Hasher) {}",
    ])
    func `what needs no words of its own is left alone`(_ line: String) {
        #expect(Rules.undocumented([SourceFile(path: "Sources/Vault/A.swift", text: "\(line)\n")]) == [])
    }

    @Test func `what a documented requirement of a protocol asks for is left alone`() {
        let asked = """
            protocol Stream {
                /// Takes the state one event further.
                static func fold(_ event: Int)
                var bare: Int { get }
            }
            """
        let given = """
            extension River: Stream {
                package static func fold(_ event: Int) {}
                package var bare: Int { 1 }
            }
            """
        let files = [asked, given].map { SourceFile(path: "Sources/Vault/A.swift", text: $0) }
        #expect(Rules.undocumented(files).count == 1)
        #expect(Rules.undocumented([files[1]]).count == 2)
    }

    @Test func `a module without a line and a line without a module are found`() {
        let readme = "| module | duty |\n|---|---|\n| `Vault` | Keys. |\n| `Cellar` | Wine. |\n"
        #expect(Rules.codeMap(readme, modules: ["Vault", "Sites"], known: ["Vault", "Sites", "Cellar"]).count == 2)
    }

    @Test(arguments: ["root", "work", "opt", "tmp"])
    func `a place of one machine is found`(_ folder: String) {
        #expect(Rules.machinePaths("README.md", "see `/\(folder)/x`").count == 1)
        #expect(Rules.machinePaths("README.md", "https://example.org/\(folder)/x, a/\(folder)/b") == [])
    }
}
