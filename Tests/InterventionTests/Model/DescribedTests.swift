import Testing

@testable import Intervention

@Suite struct DescribedTests {
    @Test(
        arguments: [
            (0, 0, "0"), (5, 0, "5"), (-5, 0, "-5"), (610_000_000, 9, "0.61"), (1_000_000_000, 9, "1"),
            (1_284_000, 4, "128.4"), (1, 9, "0.000000001"), (-25, 2, "-0.25"), (9050, 4, "0.905"), (0, 4, "0"),
            (100, 2, "1"), (100, 0, "100"), (.min, 0, "-9223372036854775808"),
        ] as [(Int64, Int, String)]
    )
    func `decimals are exact and without trailing zeros`(row: (Int64, Int, String)) {
        #expect(Described.decimal(row.0, decimals: row.1) == row.2)
    }

    @Test func `text is escaped where JSON asks for it`() {
        let text = "\"\\\n\r\t\u{0}\u{1f}/é😀\u{2028}e\u{301}\"\u{301}"

        #expect(Described.text(text).json == "\"\\\"\\\\\\n\\r\\t\\u0000\\u001f/é😀\u{2028}e\u{301}\\\"\u{301}\"")
    }

    @Test func `what holds nothing with parts of its own stands on one line`() {
        let value = Described.object([
            .init("a", .array([.number(1), .null])), .init("b", .object([])), .init("c", .array([])),
        ])

        #expect(value.json == "{\n  \"a\": [1, null],\n  \"b\": {},\n  \"c\": []\n}")
    }
}
