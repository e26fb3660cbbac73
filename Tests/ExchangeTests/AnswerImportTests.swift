import EpisodeStore
import Exchange
import InstrumentFile
import Intervention
import Postgres
import Practice
import Sites
import Testing

/// Answers as they were entered, scored by the definition that the site has.
@Suite struct AnswerImportTests {
    private let row: [InterviewColumn: String] = [
        .episodeRef: "E-1", .instrument: "demo-adherence", .interviewedOn: "2025-03-01", .result: "completed",
        .collectedBy: "call-centre", .respondent: "mother", .answers: "4 5 1 y 4 3 2 y 5 4 na n",
    ]
    private let columns: [InterviewColumn] = [
        .episodeRef, .instrument, .interviewedOn, .result, .collectedBy, .respondent, .answers,
    ]

    @Test func `answers are recoded, reversed and scored, and again nothing changes`() async throws {
        try await ListWorld.with { world in
            #expect(try await world.take([row], by: \.interviews, columns: columns).counts.added == 1)

            let interview = try #require(try await world.interviews(of: "E-1").first)
            // Reversed: the third (1 becomes one), the seventh (2 becomes one), the last (n becomes one).
            let expected: [Interview.ItemScore] = [
                .one, .one, .one, .one, .one, .zero, .one, .one, .one, .one, .notAnswered, .one,
            ]
            #expect(interview.interview.response == .items(expected))
            #expect(interview.score == AdherenceScore(counted: 10, ofAnswered: 11))
            #expect(try await world.take([row], by: \.interviews, columns: columns).counts.unchanged == 1)
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `an answer that the file changed is corrected`() async throws {
        try await ListWorld.with { world in
            try await world.take([row], by: \.interviews, columns: columns)
            let mended = changed(row, [.answers: "4 5 5 y 4 3 2 y 5 4 na n"])
            #expect(try await world.take([mended], by: \.interviews, columns: columns).counts.corrected == 1)
            #expect(
                try await world.interviews(of: "E-1").first?.score == AdherenceScore(counted: 9, ofAnswered: 11))
        }
    }

    @Test func `a section with too few answers is kept and does not count`() async throws {
        try await ListWorld.with { world in
            let thin = changed(row, [.answers: "4 5 1 y 4 3 2 y - - na -"])
            let report = try await world.take([thin], by: \.interviews, columns: columns)
            #expect(report.counts.added == 1)
            #expect(report.advisories.map(\.detail) == ["too-few-items"])
        }
    }

    @Test func `an answer that is none is told with its item`() async throws {
        try await ListWorld.with { world in
            let rows = [
                changed(row, [.answers: "4 5 1 y 4 3 2 y 5 4 9 n"]),
                changed(row, [.answers: "4 5 1", .respondent: "father"]),
                changed(row, [.answers: "4;5;1", .interviewedOn: "2025-03-03"]),
                changed(row, [.instrument: "tam-r", .answers: "1 1"]),
            ]
            let report = try await world.take(rows, by: \.interviews, columns: columns)
            #expect(report.problems.map(\.code) == [.invalidAnswers, .invalidAnswers, .invalidAnswers, .noDefinition])
            #expect(
                report.problems.first?.sentence
                    == "answer 11 (item d11) is '9'; the item has 1, 2, 3, 4, 5, na, and - for not answered")
            #expect(
                report.problems.dropFirst().first?.sentence.contains("3 answers, and the instrument has 12") == true)
        }
    }

    @Test func `a licensed instrument is scored once the site has loaded it, and its answers and words go nowhere`()
        async throws
    {
        try await ListWorld.with { world in
            _ = try await world.imports.practice.load(Self.licensed(), at: Register.code("leeds"))
            let answers = Array(repeating: "often", count: 21) + Array(repeating: "never", count: 7)
            let licensed = changed(row, [.instrument: "tam-r", .answers: answers.joined(separator: " ")])
            #expect(try await world.take([licensed], by: \.interviews, columns: columns).counts.added == 1)
            #expect(try await world.interviews(of: "E-1").first?.score == AdherenceScore(decimal: "0.75"))

            let tables = try await world.imports.tables(except: ["site.instrument_definition"])
            let text = String(reflecting: tables)
            #expect(!text.contains("SECRET WORDING"))
            #expect(!text.contains("often"))
        }
    }

    @Test func `answers on record stay as they were scored first when the file comes again after a newer definition`()
        async throws
    {
        try await ListWorld.with { world in
            let leeds: SiteCode = Register.code("leeds")
            _ = try await world.imports.practice.load(Self.licensed(), at: leeds)
            let answers = Array(repeating: "often", count: 21) + Array(repeating: "never", count: 7)
            let first = changed(row, [.instrument: "tam-r", .answers: answers.joined(separator: " ")])
            try await world.take([first], by: \.interviews, columns: columns)
            _ = try await world.imports.practice.load(Self.licensed(version: 2, often: 0), at: leeds)
            let next = changed(first, [.interviewedOn: "2025-04-01"])
            let report = try await world.take([first, next], by: \.interviews, columns: columns)
            #expect(report.counts.unchanged == 1)
            #expect(report.counts.added == 1)
            #expect(
                try await world.interviews(of: "E-1").map(\.score)
                    == [AdherenceScore(decimal: "0.75"), AdherenceScore(decimal: "0.25")])
            // Other answers of the same interview are another matter: they are read by the definition in force.
            let other = changed(first, [.answers: Array(repeating: "often", count: 28).joined(separator: " ")])
            #expect(try await world.take([other, next], by: \.interviews, columns: columns).counts.corrected == 1)
            #expect(try await world.interviews(of: "E-1").first?.score == AdherenceScore(decimal: "0"))
        }
    }

    @Test func `answers that only a former definition reads are no problem while they are on record`() async throws {
        try await ListWorld.with { world in
            let leeds: SiteCode = Register.code("leeds")
            _ = try await world.imports.practice.load(Self.licensed(), at: leeds)
            let answers = Array(repeating: "often", count: 28).joined(separator: " ")
            let first = changed(row, [.instrument: "tam-r", .answers: answers])
            try await world.take([first], by: \.interviews, columns: columns)
            _ = try await world.imports.practice.load(Self.licensed(version: 2, word: "mostly"), at: leeds)
            let next = changed(first, [.interviewedOn: "2025-04-01"])
            let report = try await world.take([first, next], by: \.interviews, columns: columns)
            #expect(report.problems.map(\.code) == [.invalidAnswers])
            #expect(report.problems.map(\.place.line.number) == [3])
            #expect(try await world.interviews(of: "E-1").count == 1)
        }
    }

    /// 28 items with words that must not be found elsewhere.
    private static func licensed(version: Int = 1, often: Int = 1, word: String = "often") throws -> InstrumentFile {
        let head = """
            id: tam-r
            version: \(version)
            title: Own
            licence: test
            source: test [I]
            aggregate: share
            leastAnswered: 1
            sections: []
            answers:
              - set: agree
                options: [{code: never, counts: \(1 - often), wording: SECRET WORDING}, {code: \(word), counts: \(often)}]
            items:

            """
        let rows = (1...28).map { "  - {key: q\($0), answers: agree, wording: SECRET WORDING \($0)}\n" }
        return try InstrumentFile.read(Array((head + rows.joined()).utf8))
    }
}
