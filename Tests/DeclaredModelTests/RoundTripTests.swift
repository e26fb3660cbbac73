import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

@testable import DeclaredModel

/// All five models, written as a file and read again.
@Suite struct RoundTripTests {
    private static let ids = ["mst", "mst-can", "mst-fit", "mst-e", "mst-psb"]

    private func model(_ id: String) throws -> any InterventionModel {
        let compiled: [any InterventionModel] = [StandardMST(), MSTCAN(), MSTFIT()]
        let all = compiled + (try DeclaredShelf(DeclaredFile.embedded).models)
        return try #require(all.first { $0.id.text == id })
    }

    @Test(arguments: ids)
    func `a model written as a file is read as it was`(_ id: String) throws {
        let model = try model(id)
        let read = try DeclaredText.of(model).read()
        #expect(read.id == model.id)
        #expect(read.version == model.version)
        #expect(read.title == model.title)
        #expect(read.client == model.client)
        #expect(read.phases == model.phases)
        #expect(read.parameters == model.parameters)
        #expect(read.criteria == model.criteria)
        #expect(read.requirements == model.requirements)
        #expect(read.facts == model.facts)
        #expect(read.trackers == model.trackers)
        #expect(read.modules == model.modules)
        #expect(read.duties == model.duties)
        #expect(read.trainings == model.trainings)
        #expect(read.instruments == model.instruments)
        #expect(read.outcomes == model.outcomes)
        #expect(read.measures == model.measures)
        #expect(read.closureReasons == model.closureReasons)
        #expect(read.targets == model.targets)
    }

    @Test(arguments: ids)
    func `what is shown of it is the same, but for published figures, which a file has none of`(_ id: String) throws {
        let model = try model(id)
        let shown = ModelDescription(try DeclaredText.of(model).read()).json
        let lines = ModelDescription(model).json.split(separator: "\n", omittingEmptySubsequences: false)
        if model.comparators.isEmpty {
            #expect(shown == lines.joined(separator: "\n"))
        } else {
            let from = try #require(lines.firstIndex { $0.hasPrefix("  \"comparators\": [") })
            let until = try #require(lines[from...].firstIndex { $0.hasPrefix("  ]") })
            let without = lines[..<from] + ["  \"comparators\": [],"] + lines[(until + 1)...]
            #expect(shown == without.joined(separator: "\n"))
        }
    }
}
