import Intervention
import Testing
import YAMLFile

@testable import DeclaredModel

@Suite struct IncludeTests {
    @Test func `what a file includes is there as in the models of the programme`() throws {
        let model = try Specimen().read()
        for fact in AnalyticProcess.facts() { #expect(model.facts.contains(fact)) }
        for outcome in OutcomeDefinition.ofTheNetwork + OutcomeDefinition.instrumental {
            #expect(model.outcomes.contains(outcome))
        }
        #expect(model.closureReasons == ClosureReason.usual())
        #expect(model.instruments.map(\.id).contains(.tamR))
    }

    @Test func `what a file declares takes the place of what it includes, in the same place`() throws {
        let shared = AdherenceInterviews.parameters()
        let model = try Specimen().read()
        let threshold = try #require(model.parameters.first { $0.key == .adherenceThreshold })
        #expect(threshold.source.contains("for MST-E [I]"))
        #expect(model.parameters.count { $0.key == .adherenceThreshold } == 1)
        let order = model.parameters.map(\.key).filter { key in shared.contains { $0.key == key } }
        #expect(order == shared.map(\.key))
    }

    @Test func `names of an included set can be used and are offered as the nearest`() throws {
        let gate = "need: {when: {recorded: exploitation}}"
        let used = try Specimen().replacing(
            gate, with: "need: {when: {recorded: {fact: overarching-goal, whose: anybody}}}")
        #expect(used.problems == [])
        let wrong = try Specimen().replacing(gate, with: "need: {when: {recorded: overarching-gaol}}")
        #expect(
            wrong.problems.map(\.sentence) == ["there is no fact 'overarching-gaol'; the nearest is 'overarching-goal'"]
        )
        let word = try Specimen().replacing(
            gate, with: "need: {when: {recorded: {fact: goal-review, where: {status: mett}}}}")
        #expect(
            word.problems.map(\.sentence) == [
                "there is no word 'mett' in 'goal-review: status'; the nearest is 'met'"
            ])
    }

    @Test func `a short file whose aliases make an endless condition is refused at once`() throws {
        var text = "need: {when: {all: [&a0 {recorded: exploitation}]}}"
        for level in 1...7 {
            let parts = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text = text.replacing("]}}", with: ", &a\(level) {all: [\(parts)]}]}}")
        }
        let file = try Specimen().replacing("need: {when: {recorded: exploitation}}", with: text)
        #expect(file.problems.map(\.code) == [.badCondition])
    }
}
