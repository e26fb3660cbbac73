import Intervention
import Testing

@Suite struct SiteGivenTests {
    static let hostile: [String] = [
        "", " ", "A B", " A", "A ", "A\t", "A\n", "A\0", "-A", ".A", "_A", "Anna Müller", "Müller", "é", "e\u{301}",
        "A\u{301}", "A\u{200B}", "\u{FEFF}A", "А1", "１２", "A/B", "A\\B", "A'B", "A\"B", "A;B", "A,B", "A=B", "=A", "+A",
        "@A", "A%B", "A<b>", "A&B", "A:B", "A|B", "A*", "A?", "A#B", "A$B", "(A)", "A\u{202E}B", "👨‍👩‍👧",
        String(repeating: "a", count: 33), String(repeating: "é", count: 16),
    ]

    @Test(arguments: hostile)
    func `what looks like a name or does harm is no code`(text: String) {
        #expect(TeamCode(text) == nil)
    }

    @Test(arguments: ["A", "0", "a.b_c-D", "2024-0017", "E.", "T--1", String(repeating: "z", count: 32)])
    func `a code is kept as it is written`(text: String) throws {
        let code = try #require(StaffCode(text))

        #expect(code.text == text)
        #expect(code.description == text)
    }

    @Test func `upper and lower case are different codes`() {
        #expect(TeamCode("north") != TeamCode("North"))
    }

    @Test func `a part of a line is read`() {
        #expect(EpisodeRef("E-1,T1".split(separator: ",")[0])?.text == "E-1")
    }
}
