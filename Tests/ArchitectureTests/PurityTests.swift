import Testing

struct PurityTests {
    @Test func `the engine, the models and what they stand on know no clock, file, network or chance`() {
        expectNothing(Rules.purity(PackageTree.sources))
    }

    @Test func `a model's id stands only in its own module`() {
        expectNothing(Rules.modelNames(PackageTree.sources))
    }

    @Test(arguments: ["import FoundationEssentials", "let now = Date()", "let n = Int.random(in: 0..<2)"])
    func `an impure line is found`(_ line: String) {
        let file = SourceFile(path: "Sources/EpisodeEngine/Decide.swift", text: "\(line)\n")
        #expect(Rules.purity([file]).count == 1)
    }

    @Test func `a model's id elsewhere is found`() {
        let text = #"if model.id == "mst-can" { }"#
        #expect(Rules.modelNames([SourceFile(path: "Sources/Reporting/A.swift", text: text)]).count == 1)
        #expect(Rules.modelNames([SourceFile(path: "Sources/MSTCAN/A.swift", text: text)]) == [])
    }
}
