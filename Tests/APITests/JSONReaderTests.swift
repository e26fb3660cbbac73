import API
import Testing

/// Reading is strict, and writing gives the same bytes for the same value.
@Suite struct JSONReaderTests {
    private static func read(_ text: String) throws -> JSON { try JSONReader.read(Array(text.utf8)) }

    @Test func `what is read is written as it was`() throws {
        let text = #"{"a":[1,-2,0.50,1e9,true,false,null,"x\"\\\n"],"b":{},"c":"é😀"}"#
        #expect(try Self.read(text).line == text)
        #expect(try Self.read(" { \"a\" : \"\\u00e9\\ud83d\\ude00\\/\" } ").line == "{\"a\":\"é😀/\"}")
    }

    @Test func `a name that stands twice is found with its place`() {
        #expect(throws: Flaw("/a/b", "The name stands twice in its object.")) {
            try Self.read(#"{"a":{"b":1,"b":2}}"#)
        }
        #expect(throws: Flaw("/a~1b", "The name stands twice in its object.")) {
            try Self.read(#"{"a/b":1,"a\/b":2}"#)
        }
    }

    @Test(arguments: [
        "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "'a'", "01", "+1", "1.", ".5", "1e", "-", "NaN",
        "nul",
        "[1] 2", "\"a", "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\u12\"", "\"\u{1}\"", "[1 2]", "{\"a\":}",
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: Flaw.self) { try Self.read(text) }
    }

    @Test func `no depth and no byte ends the program`() {
        #expect(throws: Flaw.self) { try Self.read(String(repeating: "[", count: 100_000)) }
        #expect(throws: Flaw.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
        #expect(throws: Flaw.self) { try Self.read(String(repeating: "9", count: 50)) }
        for byte in UInt8.min ... .max { _ = try? JSONReader.read([byte, 0x22, byte]) }
    }

    @Test func `two texts that say the same have the same form`() throws {
        let (one, other) = (try Self.read(#"{"a":1,"b":{"c":2,"d":3}}"#), try Self.read(#"{"b":{"d":3,"c":2},"a":1}"#))
        #expect(one != other && one.inOrder == other.inOrder)
    }
}
