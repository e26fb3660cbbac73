import CivilDate
import Intervention
import Testing
import YAMLFile

@testable import Sites

@Suite struct FullSiteFileTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test func `the full form gives all that a site is`() throws {
        let file = try FullSiteFile().read()
        #expect(file.authorities.map(\.text) == ["E06000033", "E06000034"])
        #expect(file.consent == .carersAndChild)
        #expect(file.enabledModels == ["mst", "mst-can"])
        let licence = try #require(file.licence)
        #expect(licence.holder == "Invented Trust")
        #expect(licence.furtherTerms.map(\.term.from) == [try day("2026-01-01")])
        #expect(licence.through(agreedBy: try day("2025-11-02")) == (try day("2025-12-31")))
        #expect(licence.through(agreedBy: try day("2025-11-03")) == (try day("2027-12-31")))
        let team = try #require(file.teams.first)
        #expect(team.staff.map(\.fte.hundredths) == [50, 100, 85])
        #expect(team.staff[1].through == (try day("2025-06-30")))
        #expect(team.rota?.spells.map(\.staff.text) == ["t-1", "s-1"])
        #expect(file.settings.map(\.written) == ["5", "6", "0.7"])
        #expect(file.nightlyAt == LocalTime("01:30"))
        #expect(file.letterhead == ["1 Invented Street", "Telephone 01632 960000"])
        #expect(try FullSiteFile().replacing("nightly: {at: \"01:30\"}\n", with: "").read().nightlyAt == nil)
    }

    @Test(arguments: SiteMistake.all)
    func `a mistake is found where it stands and says what would be right`(_ mistake: SiteMistake) throws {
        let file = try FullSiteFile().replacing(mistake.change.old, with: mistake.change.new)
        let place = try file.place(of: mistake.mark)
        let problems = try file.problems()
        #expect(
            problems.contains { $0.code == mistake.code && $0.place == place && $0.sentence.contains(mistake.says) },
            "wanted \(mistake.code.rawValue) at \(place.line):\(place.column): \(problems)")
    }

    @Test func `all mistakes of all parts are said at once, in the order of the file`() throws {
        let file = try FullSiteFile()
            .replacing("E06000034]", with: "E6]")
            .replacing("consent: carers-and-child", with: "consent: none")
            .replacing("until: 2025-12-31", with: "until: soon")
            .replacing("fte: 0.5", with: "fte: half")
            .replacing("staff: s-1", with: "staff: s-9")
            .replacing("value: 5\n", with: "value: 50\n")
            .replacing("value: 0.7", with: "value: 7")
        #expect(
            try file.problems().map(\.code.rawValue) == [
                "bad-authority", "unknown-word", "bad-day", "bad-share", "unknown-staff", "outside-bounds",
                "bad-number",
            ])
    }

    @Test func `a post that is wrong hides no other mistake of its own, of the rota or of the licence`() throws {
        let post = try FullSiteFile()
            .replacing(
                "fte: 1, from: 2024-01-01, until: 2025-06-30", with: "fte: 2, from: 2024-01-01, until: 2023-06-30"
            )
            .replacing("until: 2025-07-20, staff: s-1", with: "until: 2025-07-01, staff: s-9")
            .replacing("holder: Invented Trust", with: "holder: ''")
            .replacing("until: 2025-12-31", with: "until: 2023-12-31")
        #expect(
            try post.problems().map(\.code.rawValue) == [
                "missing-value", "days-reversed", "bad-share", "days-reversed", "days-reversed", "unknown-staff",
            ], "and of t-1, whose days nobody knows, it is not said that they are out of post")
    }

    @Test func `where a code of the staff cannot be read nobody is said to be unknown`() throws {
        let file = try FullSiteFile().replacing("code: s-1", with: "code: s 1")
        #expect(try file.problems().map(\.code) == [.badCode])
    }

    @Test func `without enabled models those of the teams are, and a setting of another is a mistake`() throws {
        let file = try FullSiteFile().replacing("models: [mst, mst-can]\n", with: "")
            .replacing("  - code: B\n    model: mst-can\n    startedOn: 2024-06-03\n", with: "")
            .replacing("  models: [mst, mst-can]\n", with: "")
        #expect(try file.read().enabledModels == ["mst"])
        let other = try file.replacing("{model: mst, key: adh", with: "{model: mst-can, key: adh")
        #expect(try other.problems().map(\.code) == [.modelNotEnabled])
    }

    @Test func `a file that was applied is asked for its form alone`() throws {
        let odd = try FullSiteFile().replacing("key: caseload-most\n", with: "key: gone\n")
            .replacing("models: [mst, mst-can]", with: "models: [retired, mst]").text
        #expect(try SiteFile.applied(odd).settings.first?.key == "gone")
        #expect(throws: SiteFileProblems.self) { try SiteFile.applied("code: [") }
    }

    @Test func `the advice is about what keeps new episodes from beginning`() throws {
        func advice(_ file: FullSiteFile, on day: String) throws -> [String] {
            try file.read().advisories(today: self.day(day)).map(\.code)
        }
        let file = FullSiteFile()
        #expect(try advice(file, on: "2026-03-01") == [])
        #expect(try advice(file, on: "2025-10-01") == ["renewal-to-come"])
        #expect(try advice(file, on: "2028-01-01") == ["licence-expired"])
        #expect(
            try advice(file, on: "2023-11-01") == [
                "review-to-come", "licence-to-come", "renewal-to-come", "starts-in-future", "starts-in-future",
            ])
        let unreviewed = try file.replacing("  readinessReview: 2023-11-20\n", with: "")
        #expect(try advice(unreviewed, on: "2026-03-01") == ["no-readiness-review"])
        #expect(
            try SiteFileTests.read(SiteFileTests.good).advisories(today: day("2026-03-01")).map(\.code) == [
                "no-licence"
            ])
    }
}
