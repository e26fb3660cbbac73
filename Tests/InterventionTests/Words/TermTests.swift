import Intervention
import Testing

@Suite struct TermTests {
    @Test(
        arguments: [
            "", "MST", "mst can", "-mst", "_mst", "mst.can", "mst\n", "mst\0", "mśt", "м", "m\u{301}st", "mst/can",
            "1,2",
            String(repeating: "a", count: 65),
        ]
    )
    func `what has not the form of a term is refused`(text: String) {
        #expect(ModelID(text) == nil)
    }

    @Test(arguments: ["mst", "mst-can", "at_home", "0", "6-months", String(repeating: "a", count: 64)])
    func `a term read from outside is the one written in a model`(text: String) throws {
        let term = try #require(ParameterKey(text))

        #expect(term.isWellFormed)
        #expect(term.text == text)
    }

    @Test func `a malformed literal is found by its form`() {
        let term: PhaseID = "At Home"

        #expect(!term.isWellFormed)
    }

    @Test func `a literal equals the same word read from outside`() {
        #expect(ClosureReasonID("lack-of-engagement") == .lackOfEngagement)
    }
}
