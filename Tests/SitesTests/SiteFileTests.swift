import CivilDate
import Intervention
import StandardMST
import Testing
import YAMLFile

@testable import Sites

@Suite struct SiteFileTests {
    static let good = """
        code: NORTH-1
        name: North House
        jurisdiction: england
        timeZone: Europe/London
        teams:
          - code: A
            model: mst
            startedOn: 2024-04-01
          - {code: 007, model: mst, startedOn: 2025-01-06}
        """

    static func read(_ text: String) throws -> SiteFile {
        try SiteFile.read(Array(text.utf8), models: ModelRegistry([StandardMST()]))
    }

    static func problems(_ text: String) throws -> [SiteFileProblem] {
        do {
            _ = try read(text)
            return []
        } catch let found as SiteFileProblems {
            return found.problems
        }
    }

    @Test func `a good file gives the site with its teams in order`() throws {
        let file = try SiteFileTests.read(SiteFileTests.good)
        #expect(file.code.text == "NORTH-1")
        #expect(file.name == "North House")
        #expect(file.jurisdiction == .england)
        #expect(file.timeZone.name == "Europe/London")
        #expect(file.teams.map(\.code.text) == ["A", "007"])
        #expect(file.teams.first?.startedOn == CivilDate(iso: "2024-04-01"))
        #expect(file.document == SiteFileTests.good)
    }

    @Test(
        arguments: [
            ("code: x\nname: [}\n", 2, 8), (good + "\n---\nname: [}\n", 11, 8), (good + "\nname: Again\n", 2, 1),
        ] as [(String, Int, Int)]
    )
    func `what is no YAML is said to be none where it stops being it`(text: String, line: Int, column: Int) throws {
        let problem = try #require(try SiteFileTests.problems(text).first)
        #expect(problem.code == .notYAML)
        #expect((problem.line, problem.column) == (line, column), "\(problem)")
    }

    @Test func `an empty list of teams is a site that has none yet`() throws {
        let text = "{code: X, name: Y, jurisdiction: wales, timeZone: Europe/London, teams: []}"
        #expect(try SiteFileTests.read(text).teams.isEmpty)
    }

    @Test func `every mistake is reported at once with line and column`() throws {
        let text = """
            code: NORTH 1
            name: ""
            jurisdiction: britain
            timezone: Europe/London
            teams:
              - code: A
                model: mst-x
                startedOn: 2023-02-29
              - code: A
                model: mst
                startedOn: 2024-01-01
              - model: mst
                startedOn: soon
            """
        let found = try SiteFileTests.problems(text).map { "\($0.line):\($0.column) \($0.code.rawValue)" }
        #expect(
            found == [
                "1:1 missing-key", "1:7 bad-code", "2:7 missing-value", "3:15 unknown-jurisdiction", "4:1 unknown-key",
                "7:12 unknown-model", "8:16 bad-day", "9:11 doubled-team", "12:5 missing-key", "13:16 bad-day",
            ]
        )
    }

    @Test func `an unknown key names the nearest`() throws {
        let text = SiteFileTests.good.replacing("timeZone", with: "timezone")
        let found = try SiteFileTests.problems(text)
        #expect(found.contains { $0.code == .unknownKey && $0.sentence.contains("'timeZone'") })
    }

    @Test(arguments: ["BST", "Europe/Atlantis", "europe/london", "GMT+1"])
    func `a time zone that the system does not know is refused`(_ zone: String) throws {
        let text = SiteFileTests.good.replacing("Europe/London", with: zone)
        #expect(try SiteFileTests.problems(text).map(\.code) == [.unknownTimeZone])
    }

    @Test(
        arguments: [
            ("Europe/Dubln", "Europe/Dublin"), ("London", "Europe/London"), ("Ireland/Dublin", "Europe/Dublin"),
            ("europe/london", "Europe/London"), ("Europe/Edinburgh", nil), ("BST", nil), ("GMT+1", nil),
        ] as [(String, String?)])
    func `of a misspelt time zone the place is looked for, and nothing is guessed that is far`(
        zone: String, meant: String?
    ) throws {
        let found = try SiteFileTests.problems(SiteFileTests.good.replacing("Europe/London", with: zone))
        let end = meant.map { "; did you mean '\($0)'?" } ?? "; write it as Europe/London"
        #expect(found.first?.sentence == "the system knows no time zone '\(zone)'\(end)")
    }

    @Test(arguments: [
        "", "# nothing", "- a\n- b", "just words", "code: [", "code: A\ncode: B", "---\na: 1\n---\nb: 2", "code: \u{0}",
        "\tcode: A",
        "code: &a [*a]", "code: *b", "? [a]\n: b", "%YAML 9.9\n---\na: b",
    ])
    func `what is no site file is refused with a place`(_ text: String) throws {
        let found = try SiteFileTests.problems(text)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.line >= 1 && $0.column >= 1 })
    }

    @Test func `a line that is not UTF-8 is named`() throws {
        let bytes = Array("code: A\nname: ".utf8) + [0xE9] + Array("\njurisdiction: wales\n".utf8)
        let found = #expect(throws: SiteFileProblems.self) {
            _ = try SiteFile.read(bytes, models: ModelRegistry([StandardMST()]))
        }
        #expect(found?.problems.map(\.line) == [2])
        #expect(found?.problems.map(\.code) == [.notUTF8])
    }

    @Test func `a byte order mark and CRLF are tolerated`() throws {
        let text = "\u{FEFF}" + SiteFileTests.good.replacing("\n", with: "\r\n")
        #expect(try SiteFileTests.read(text).teams.count == 2)
    }

    @Test func `a value that would break the line is shown without its control characters`() throws {
        let text = SiteFileTests.good.replacing("NORTH-1", with: "\"a\\e[31m\\nb\"")
        let sentence = try #require(try SiteFileTests.problems(text).first?.sentence)
        #expect(!sentence.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test func `a team that starts in the future is an advisory`() throws {
        let file = try SiteFileTests.read(SiteFileTests.good)
        let day = try #require(CivilDate(iso: "2024-12-31"))
        #expect(file.advisories(today: day).map(\.code).last == "starts-in-future")
        #expect(!file.advisories(today: day.adding(days: 6)).contains { $0.code == "starts-in-future" })
    }
}
