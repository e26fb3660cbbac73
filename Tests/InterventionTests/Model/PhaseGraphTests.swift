import Intervention
import Testing

@Suite struct PhaseGraphTests {
    private let graph = PhaseGraph(
        treatment: [Phase("first", "First", kind: .treatment), Phase("second", "Second", kind: .treatment)],
        advances: [PhaseStep(from: "first", to: "second", by: .advance)]
    )

    @Test func `the usual graph brackets the phases of treatment`() {
        #expect(graph.phases.map(\.id) == [.referred, .accepted, "first", "second", .declined, .closed])
        #expect(graph.target(from: .referred, by: .accept) == .accepted)
        #expect(graph.target(from: .referred, by: .decline) == .declined)
        #expect(graph.target(from: .accepted, by: .start) == "first")
        #expect(graph.target(from: "second", by: .close) == .closed)
    }

    @Test func `a step that is not in the graph is not legal`() {
        #expect(graph.allows(from: "first", to: "second", by: .advance))
        #expect(!graph.allows(from: "second", to: "first", by: .advance))
        #expect(!graph.allows(from: "first", to: "second", by: .start))
        #expect(graph.target(from: .referred, by: .start) == nil)
        #expect(graph.target(from: .declined, by: .close) == nil)
    }

    @Test func `a phase is found by its id`() {
        #expect(graph.phase("second")?.title == "Second")
        #expect(graph.phase("third") == nil)
    }
}
