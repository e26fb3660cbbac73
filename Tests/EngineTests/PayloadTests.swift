import CivilDate
import EpisodeEngine
import Intervention
import Testing

@Suite struct PayloadTests {
    @Test func `an object is written in the order of its names without spaces`() {
        var object = PayloadObject()
        object.set("zeta", .integer(-7))
        object.set("alpha", .array([.boolean(true), .string("a\"\\\n\u{1}é")]))
        object.set("gone", nil)
        let text = String(decoding: PayloadValue.object(object).canonicalBytes(), as: UTF8.self)
        #expect(text == "{\"alpha\":[true,\"a\\\"\\\\\\n\\u0001é\"],\"zeta\":-7}")
    }

    @Test func `what is written is read back, also as the server spaces it`() throws {
        let spaced = #"{"a": [1, 0, false], "b": {"c": "d"}}"#
        let value = try PayloadValue(json: spaced.utf8)
        #expect(String(decoding: value.canonicalBytes(), as: UTF8.self) == #"{"a":[1,0,false],"b":{"c":"d"}}"#)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,\"a\":2}", "1.0", "1e3", "01", "-0", "null", "{\"a\" 1}", "[1] x", "tru",
        "\"a\\u0041\"", "[[[[[[[[[1]]]]]]]]]",
    ])
    func `another form is refused`(json: String) {
        #expect(throws: PayloadFault.self) { try PayloadValue(json: json.utf8) }
    }

    @Test(arguments: [
        (#"{"a":[1,false],"bb":{"c":"d"}}"#, true), (#"{"bb": {"c": "d"}, "a": [1, false]}"#, true),
        (#"{"a":[1,false],"bb":{"c":"D"}}"#, false), (#"{"a":[false,1],"bb":{"c":"d"}}"#, false),
        (#"{"a":[1,false]}"#, false), (#"{"a":[1,false],"bb":{"c":"d"},"e":1}"#, false),
        (#"{"a":[1,false,1],"bb":{"c":"d"}}"#, false), (#"{"a":[1,true],"bb":{"c":"d"}}"#, false),
        (#"{"b":[1,false],"bb":{"c":"d"}}"#, false), (#"{"a":["1",false],"bb":{"c":"d"}}"#, false),
    ])
    func `what was written says a value in any order and spacing, and no other`(json: String, isSame: Bool) throws {
        var (object, inner) = (PayloadObject(), PayloadObject())
        inner.set("c", text: "d")
        object.set("a", .array([.integer(1), .boolean(false)]))
        object.set("bb", .object(inner))
        #expect(try WrittenPayload(json: Array(json.utf8)).says(.object(object)) == isSame)
    }

    @Test func `an event with more fields than any has is refused`() {
        let fields = (0..<70).map { "\"f\($0)\":true" }.joined(separator: ",")
        #expect(throws: PayloadFault.unknownField("f64")) {
            try EpisodeEvent(name: .screened, payload: WrittenPayload(json: Array("{\(fields)}".utf8)))
        }
    }

    @Test func `every event of every stream is read back as it was written`() throws {
        for event in Specimens.episode { try expectRoundTrip(event) }
        for event in Specimens.child { try expectRoundTrip(event) }
        for event in Specimens.team { try expectRoundTrip(event) }
        let names = Set(
            Specimens.episode.map(\.name) + Specimens.child.map(\.name) + Specimens.team.map(\.name)
        )
        #expect(names == Set(EventName.allCases))
    }

    private func expectRoundTrip(_ event: some StreamEvent) throws {
        let bytes = event.payload().canonicalBytes()
        let again = try type(of: event).init(name: event.name, payload: WrittenPayload(json: bytes))
        #expect(again == event)
        #expect(again.payload().canonicalBytes() == bytes)
    }

    @Test func `a field that nobody reads is refused in every event`() throws {
        for event in Specimens.episode { expectStrict(event) }
        for event in Specimens.child { expectStrict(event) }
        for event in Specimens.team { expectStrict(event) }
    }

    private func expectStrict(_ event: some StreamEvent) {
        guard case .object(var object) = event.payload() else {
            Issue.record("\(event.name) is no object")
            return
        }
        object.set("zzz", .boolean(true))
        #expect(throws: PayloadFault.unknownField("zzz")) {
            try type(of: event).init(
                name: event.name, payload: WrittenPayload(json: PayloadValue.object(object).canonicalBytes()))
        }
    }

    @Test func `a kind of another stream is refused`() throws {
        let empty = try WrittenPayload(json: Array("{}".utf8))
        #expect(throws: PayloadFault.unknownKind) { try EpisodeEvent(name: .teamOpened, payload: empty) }
        #expect(throws: PayloadFault.unknownKind) { try ChildEvent(name: .closed, payload: empty) }
        #expect(throws: PayloadFault.unknownKind) { try TeamEvent(name: .closed, payload: empty) }
    }
}
