import Intervention
import MSTCAN
import StandardMST
import Testing

@Suite struct ModelRegistryTests {
    @Test func `the models of the programme are found by id and version`() throws {
        let registry = try ModelRegistry(programme)

        #expect(registry.ids == ["mst", "mst-can", "mst-fit"])
        for id in registry.ids {
            #expect(registry.newest(id)?.id == id)
            #expect(registry.model(id, ModelVersion(1))?.id == id)
            #expect(registry.model(id, ModelVersion(2)) == nil)
        }
        #expect(registry.newest("mst-psb") == nil)
    }

    @Test func `new episodes begin under the newest version and old ones keep theirs`() throws {
        var second = AlteredModel(StandardMST())
        second.version = ModelVersion(2)
        second.title = "Standard MST, second edition"

        let registry = try ModelRegistry([second, StandardMST(), MSTCAN()])

        #expect(registry.newest("mst")?.title == "Standard MST, second edition")
        #expect(registry.model("mst", ModelVersion(1))?.title == "Standard MST")
        #expect(registry.ids == ["mst", "mst-can"])
    }

    @Test func `the same version twice is refused by name`() {
        let fault = #expect(throws: LawBroken.self) { try ModelRegistry([StandardMST(), StandardMST()]) }

        #expect(fault?.violations.map(\.law) == [.uniqueModel])
        #expect(fault?.violations.map(\.name) == ["mst version 1"])
    }

    @Test func `every violation of every model is named`() {
        var first = AlteredModel(StandardMST())
        first.title = ""
        var second = AlteredModel(MSTCAN())
        second.instruments = []

        let fault = #expect(throws: LawBroken.self) { try ModelRegistry([first, second]) }

        #expect(fault?.violations.map(\.model) == ["mst", "mst-can"])
        #expect(fault?.description.split(separator: "\n").count == 2)
    }
}
