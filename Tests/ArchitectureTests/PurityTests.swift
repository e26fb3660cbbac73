import Testing

struct PurityTests {
    @Test func `the engine, the models and what they stand on know no clock, file, network or chance`() {
        expectNothing(Rules.purity(PackageTree.sources))
    }

    @Test(arguments: ["import FoundationEssentials", "let now = Date()", "let n = Int.random(in: 0..<2)"])
    func `an impure line is found`(_ line: String) {
        let file = SourceFile(path: "Sources/EpisodeEngine/Decide.swift", text: "\(line)\n")
        #expect(Rules.purity([file]).count == 1)
    }
}
