import Testing

struct FloorTests {
    @Test func `a module imports only what its row of the floor table allows`() {
        expectNothing(Rules.floors(PackageTree.sources))
    }

    @Test func `every module has a row, and every row a module`() {
        #expect(PackageTree.modules.sorted() == FloorTable.rows.keys.sorted())
    }

    @Test func `no row looks up or sideways`() {
        expectNothing(Rules.upwardRows(FloorTable.rows))
    }

    @Test func `only the command at the top knows the models`() {
        let knowing = FloorTable.rows.filter { !$0.value.ours.isDisjoint(with: FloorTable.models) }.keys
        #expect(Array(knowing) == ["homeward"])
    }

    @Test func `an import that is not allowed is found, however it is written`() {
        let forms = [
            "import Vault", "@testable import Vault", "public import Vault", "@_spi(Splice) import Vault",
            "import struct Vault.Sealed", "import Yams",
        ]
        for form in forms {
            let file = SourceFile(path: "Sources/Statistics/Wilson.swift", text: "// import\n\(form)\n")
            #expect(Rules.floors([file]).count == 1, "\(form)")
        }
        let innocent = SourceFile(
            path: "Sources/Statistics/Wilson.swift", text: "// import Vault\nlet text = \"import Vault\"\n")
        #expect(Rules.floors([innocent]) == [])
    }

    @Test func `a module without a row and a row that looks up are found`() {
        #expect(Rules.floors([SourceFile(path: "Sources/Cellar/Wine.swift", text: "")]).count == 1)
        let table = ["A": FloorRow(1, ["B"]), "B": FloorRow(1), "C": FloorRow(2, ["D"])]
        #expect(Rules.upwardRows(table).count == 2)
    }
}
