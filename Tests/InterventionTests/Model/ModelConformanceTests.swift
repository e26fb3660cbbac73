import Intervention
import StandardMST
import Testing

@Suite struct ModelConformanceTests {
    @Test(arguments: programme.map { ModelDescription($0) })
    func `every model of the programme meets its laws`(description: ModelDescription) throws {
        let model = try #require(programme.first { $0.id == description.id })

        #expect(ModelConformance.check(model).map(\.description) == [])
    }

    @Test(arguments: BrokenModel.all)
    func `a broken model is refused for its law and with the name that offends`(broken: BrokenModel) {
        let violations = ModelConformance.check(broken.model)

        #expect(violations.contains { $0.law == broken.law && $0.name == broken.name }, "\(violations)")
    }

    @Test(arguments: BrokenModel.ofFacts + BrokenModel.ofTrackers + BrokenModel.ofModules + BrokenModel.ofDuties)
    func `what a model records, tracks, delivers and owes breaks its own law and no other`(broken: BrokenModel) {
        #expect(Set(ModelConformance.check(broken.model).map(\.law)) == [broken.law])
    }

    @Test func `every law has a model that breaks it`() {
        let broken = Set(BrokenModel.all.map(\.law))

        #expect(broken.union([.uniqueModel]) == Set(Violation.Law.allCases))
    }

    @Test func `a violation names the model, the law and the offending name`() {
        var model = AlteredModel(StandardMST())
        model.alter("treatment-most" as ParameterKey) { $0.source = "" }

        let lines = ModelConformance.check(model).map(\.description)

        #expect(
            lines == ["mst: every number, every declaration and every published figure has a source: treatment-most"])
    }

    @Test func `each law reads differently`() {
        #expect(Set(Violation.Law.allCases.map(\.rawValue)).count == Violation.Law.allCases.count)
    }
}
