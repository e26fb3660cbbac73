import CivilDate
import Exchange
import Intervention
import Practice
import Testing

@Suite struct ListProblemTests {
    private static let interview: [InterviewColumn: String] = [
        .episodeRef: "E-1", .instrument: "tam-r", .interviewedOn: "2025-03-01", .result: "completed",
        .collectedBy: "call-centre", .respondent: "mother", .score: "0.61",
    ]
    private static let placement: [PlacementColumn: String] = [
        .childRef: "C-1", .setting: "foster", .startedOn: "2025-02-01", .endedOn: "2025-03-01",
    ]
    private static let provision: [ProvisionColumn: String] = [
        .childRef: "C-1", .provided: "cin", .startedOn: "2025-02-01",
    ]

    private static let followUp: [FollowUpColumn: String] = [
        .episodeRef: "E-1", .month: "6", .heldOn: "2026-01-05", .status: "collected", .atHome: "yes",
    ]

    private func expect<Column>(
        _ base: [Column: String], by importer: KeyPath<ListWorld, FileImporter<Column>>,
        _ cases: [([Column: String?], ImportProblemCode, Column)]
    ) async throws {
        try await ListWorld.with { world in
            let rows = cases.map { changed(base, $0.0) }
            let report = try await world.take(rows, by: importer)
            for (place, example) in cases.enumerated() {
                #expect(
                    report.problems.contains {
                        $0.place.line.number == place + 2 && $0.code == example.1 && $0.column == example.2.rawValue
                    }, "\(example): \(report.problems.filter { $0.place.line.number == place + 2 })")
            }
            #expect(report.counts.rejected == cases.count)
            #expect(!report.isApplied)
        }
    }

    @Test func `every problem of an interview is told with its line and column`() async throws {
        try await expect(
            Self.interview, by: \.interviews,
            [
                ([.episodeRef: nil], .missingValue, .episodeRef),
                ([.episodeRef: "E-98"], .unknownEpisode, .episodeRef),
                ([.episodeRef: "Mary Smith"], .looksLikeAName, .episodeRef),
                ([.instrument: "TAM R"], .unknownCode, .instrument),
                ([.instrument: "tam-can"], .unknownCode, .instrument),
                ([.interviewedOn: "01/03/2025"], .invalidDate, .interviewedOn),
                ([.interviewedOn: "2026-07-01"], .dayInFuture, .interviewedOn),
                ([.interviewedOn: "2025-07-01"], .refused, .interviewedOn),
                ([.result: "done"], .unknownCode, .result),
                ([.interviewedOn: "2025-02-01", .collectedBy: "call centre"], .looksLikeAName, .collectedBy),
                ([.interviewedOn: "2025-02-02", .respondent: nil], .respondentMissing, .respondent),
                ([.interviewedOn: "2025-02-03", .respondent: "aunt"], .unknownCode, .respondent),
                ([.interviewedOn: "2025-02-04", .score: nil], .scoreOrItems, .score),
                ([.interviewedOn: "2025-02-05", .items: "1;0"], .scoreOrItems, .score),
                ([.interviewedOn: "2025-02-06", .score: "1.01"], .invalidScore, .score),
                ([.interviewedOn: "2025-02-07", .score: "0,61"], .invalidScore, .score),
                ([.interviewedOn: "2025-02-08", .score: nil, .items: "1;;0"], .invalidItems, .items),
                ([.interviewedOn: "2025-02-09", .score: nil, .items: "1;0"], .refused, .items),
                ([.interviewedOn: "2025-02-10", .result: "refused"], .answerWithoutCompleted, .score),
            ])
    }

    @Test func `every problem of a placement is told with its line and column`() async throws {
        try await expect(
            Self.placement, by: \.placements,
            [
                ([.childRef: nil], .childOrEpisode, .childRef),
                ([.episodeRef: "E-1"], .childOrEpisode, .episodeRef),
                ([.childRef: "C-98"], .unknownChild, .childRef),
                ([.childRef: nil, .episodeRef: "E-98"], .unknownEpisode, .episodeRef),
                ([.setting: "castle"], .unknownCode, .setting),
                ([.setting: nil], .missingValue, .setting),
                ([.startedOn: "2025-02-30"], .invalidDate, .startedOn),
                ([.startedOn: "2026-07-01", .endedOn: nil], .dayInFuture, .startedOn),
                ([.startedOn: "2026-01-01", .endedOn: "2026-07-01"], .dayInFuture, .endedOn),
                ([.startedOn: "2025-03-01", .endedOn: "2025-03-01"], .datesOutOfOrder, .endedOn),
                ([.startedOn: "2025-03-02", .endedOn: nil, .reason: "x"], .unknownCode, .reason),
                ([.startedOn: "2020-01-01", .endedOn: "2020-02-01"], .outsideWindow, .startedOn),
            ])
    }

    @Test func `every problem of provision is told with its line and column`() async throws {
        try await expect(
            Self.provision, by: \.provision,
            [
                ([.provided: "lac"], .unknownCode, .provided), ([.provided: nil], .missingValue, .provided),
                ([.childRef: "C-98"], .unknownChild, .childRef),
                ([.startedOn: "2025-03-01", .endedOn: "2025-02-28"], .datesOutOfOrder, .endedOn),
            ])
    }

    @Test func `every problem of a follow-up is told with its line and column`() async throws {
        try await expect(
            Self.followUp, by: \.followUps,
            [
                ([.episodeRef: "E-98"], .unknownEpisode, .episodeRef), ([.month: "7"], .unknownCode, .month),
                ([.month: nil], .missingValue, .month), ([.heldOn: "05/01/2026"], .invalidDate, .heldOn),
                ([.heldOn: "2026-07-01"], .dayInFuture, .heldOn), ([.heldOn: "2025-05-01"], .refused, .heldOn),
                ([.episodeRef: "E-3", .heldOn: "2025-11-01"], .refused, .heldOn),
                ([.status: "done"], .unknownCode, .status),
                ([.heldOn: "2026-01-06", .atHome: "maybe"], .unknownCode, .atHome),
                ([.heldOn: "2026-01-07", .status: "unreachable"], .answerWithoutCollected, .atHome),
                ([.heldOn: "2026-01-08", .outcomes: "sleeps"], .invalidOutcomes, .outcomes),
                ([.heldOn: "2026-01-09", .outcomes: "a=yes;a=no"], .invalidOutcomes, .outcomes),
                ([.heldOn: "2026-01-10", .outcomes: "at_home=yes"], .invalidOutcomes, .outcomes),
                ([.heldOn: "2026-01-11", .outcomes: "of-no-model=yes"], .unknownCode, .outcomes),
            ])
    }

    @Test func `two rows of one name name each other`() async throws {
        try await ListWorld.with { world in
            let report = try await world.take(
                [Self.interview, changed(Self.interview, [.score: "0.5"])], by: \.interviews)
            #expect(report.problems.map(\.code) == [.duplicateRow, .duplicateRow])
            #expect(report.problems.map(\.place.line.number) == [2, 3])
            #expect(report.problems[0].sentence.contains("lines 2, 3"))
        }
    }

    @Test func `the header names what is missing and what is none of the list's`() async throws {
        try await ListWorld.with { world in
            let file = TableFile<PlacementColumn>(name: "l.csv", bytes: Array("setting,started_on,team\n".utf8))
            let report = try await world.placements.run(file, at: Register.code("leeds"))
            #expect(report.problems.map(\.code) == [.unknownColumn, .missingColumn])
            #expect(report.problems.map(\.column) == ["team", "child_ref"])
            #expect(report.problems[0].sentence.contains("homeward codes placements-columns"))
        }
    }

    @Test func `no sentence gives a value back`() async throws {
        try await ListWorld.with { world in
            let secret = "Zyxwv"
            for column in PlacementColumn.allCases {
                for value in [secret, "\(secret) Q", " \(secret)", "2025-01-10 \(secret)"] {
                    let report = try await world.take(
                        [changed(Self.placement, [column: value])], by: \.placements, ImportOptions(isTrial: true))
                    #expect(!report.problems.isEmpty)
                    #expect(!report.problems.contains { $0.description.contains(secret) })
                }
            }
        }
    }
}
