import API
import Testing

/// A body is held to its form, and every flaw is told at its place.
@Suite struct ShapeTests {
    private static func flaws(_ text: String, _ component: Component) throws -> [String] {
        component.shape.flaws(in: try JSONReader.read(Array(text.utf8))).map(\.pointer).sorted()
    }

    @Test func `a body in its form has no flaw`() throws {
        #expect(
            try Self.flaws(#"{"on":"2026-03-01","mode":"home-visit","party":"family","minutes":60}"#, .contact) == [])
        #expect(
            try Self.flaws(#"{"on":"2026-03-01","reason":"completed","outcomes":{"at_home":"yes"}}"#, .closing) == [])
    }

    @Test func `every flaw is found: unknown, missing and wrong`() throws {
        #expect(
            try Self.flaws(#"{"on":"2026-02-30","mode":"flight","note":"x","minutes":1.5}"#, .contact)
                == ["/minutes", "/mode", "/note", "/on", "/party"])
        #expect(
            try Self.flaws(#"{"on":"2026-03-01","reason":"A b","outcomes":{"X Y":"yes","z":"perhaps"}}"#, .closing)
                == ["/outcomes/X Y", "/outcomes/z", "/reason"])
        #expect(try Self.flaws("[]", .start) == [""])
        #expect(try Self.flaws(#"{"on":null}"#, .start) == ["/on"])
        #expect(
            try Self.flaws(#"{"on":"2026-03-01","mode":"home-visit","party":"family","minutes":1441}"#, .contact)
                == ["/minutes"])
    }

    @Test func `a number in quotes is no number, and is not taken and lost`() throws {
        #expect(
            try Self.flaws(#"{"on":"2026-03-01","mode":"home-visit","party":"family","minutes":"60"}"#, .contact)
                == ["/minutes"])
        let interview =
            #"{"on":"2026-03-01","instrument":"tam-r","result":"completed","collector":"call-centre","#
            + #""respondent":"mother","items":[1,null,"1"]}"#
        #expect(try Self.flaws(interview, .interview) == ["/items/2"])
    }

    @Test func `a long name that nobody knows is told at the place above it`() throws {
        let body = #"{"on":"2026-03-01","\#(String(repeating: "x", count: 600))":1}"#
        #expect(try Self.flaws(body, .start) == [""])
    }

    @Test func `a flaw repeats nothing that was sent`() throws {
        let value = try JSONReader.read(Array(#"{"on":"Mary Invented","Mary":1}"#.utf8))
        for flaw in Component.start.shape.flaws(in: value) { #expect(!flaw.detail.contains("Mary")) }
    }
}
