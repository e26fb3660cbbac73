import CivilDate
import EpisodeEngine
import EpisodeStore
import Exchange
import Intervention
import Practice
import Testing

@Suite struct InterviewImportTests {
    private let scored: [InterviewColumn: String] = [
        .episodeRef: "E-1", .instrument: "tam-r", .interviewedOn: "2025-03-01", .result: "completed",
        .collectedBy: "call-centre", .respondent: "mother", .score: "0.610",
    ]
    private let refused: [InterviewColumn: String] = [
        .episodeRef: "E-1", .instrument: "tam-r", .interviewedOn: "2025-04-01", .result: "refused",
        .collectedBy: "S9",
    ]

    private func replaceScore(_ world: ListWorld, with score: String) async throws {
        let state = try #require(try await world.imports.episode("E-1"))
        for standing in state.history.standing {
            guard case .interviewRecorded(let judged) = standing.event, judged.score != nil else { continue }
            var interview = judged.interview
            interview.response = AdherenceScore(decimal: score).map { .score($0) }
            let correction = Correction<EpisodeCommand>(
                cause: .entryError,
                replacements: [.init(standing.seq, with: .recordInterview(interview), on: standing.occurredOn)]
            )
            try await world.imports.practice.correct(correction, of: state.id, at: Register.code("leeds"))
        }
    }

    @Test func `interviews are added, exact to the billionth, and again nothing changes`() async throws {
        try await ListWorld.with { world in
            let report = try await world.take([scored, refused], by: \.interviews)
            #expect(report.problems.isEmpty)
            #expect(report.counts.added == 2)
            let interviews = try await world.interviews(of: "E-1")
            #expect(interviews.map(\.on) == [Register.day("2025-03-01"), Register.day("2025-04-01")])
            #expect(interviews.first?.score == AdherenceScore(billionths: 610_000_000))
            #expect(interviews.last?.interview.collector == .staff(Register.code("S9")))
            let before = try await world.imports.tables(except: ["exchange.import"])
            let again = try await world.take([scored, refused], by: \.interviews)
            #expect(again.counts.unchanged == 2)
            #expect(try await world.imports.tables(except: ["exchange.import"]) == before)
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `items are kept and scored by the engine`() async throws {
        try await ListWorld.with { world in
            let items = Array(repeating: "1", count: 20) + Array(repeating: "0", count: 5) + ["-", "-", "-"]
            let row = changed(scored, [.score: nil, .items: items.joined(separator: ";")])
            try await world.take([row], by: \.interviews)
            #expect(try await world.interviews(of: "E-1").first?.score == AdherenceScore(decimal: "0.8"))
            #expect(try await world.take([row], by: \.interviews).counts.unchanged == 1)
        }
    }

    @Test func `what only the file changed is corrected, with the file as the reason`() async throws {
        try await ListWorld.with { world in
            try await world.take([scored, refused], by: \.interviews)
            let report = try await world.take([changed(scored, [.score: "0.7"]), refused], by: \.interviews)
            #expect(report.counts.corrected == 1)
            #expect(report.counts.unchanged == 1)
            let interviews = try await world.interviews(of: "E-1")
            #expect(interviews.count == 2)
            #expect(interviews.first?.score == AdherenceScore(decimal: "0.7"))
            let state = try #require(try await world.imports.episode("E-1"))
            #expect(try await world.imports.reasons(of: state.id) == ["import l.csv"])
        }
    }

    @Test func `an attempt that turns out to be completed is corrected in its place`() async throws {
        try await ListWorld.with { world in
            let attempt = changed(scored, [.result: "unreachable", .score: nil])
            try await world.take([attempt], by: \.interviews)
            #expect(try await world.take([scored], by: \.interviews).counts.corrected == 1)
            #expect(try await world.interviews(of: "E-1").map(\.interview.result) == [.completed])
        }
    }

    @Test func `what only the record changed is kept, and what both changed is a conflict`() async throws {
        try await ListWorld.with { world in
            try await world.take([scored], by: \.interviews)
            try await replaceScore(world, with: "0.5")
            #expect(try await world.take([scored], by: \.interviews).counts.unchanged == 1)
            #expect(try await world.interviews(of: "E-1").first?.score == AdherenceScore(decimal: "0.5"))
            let before = try await world.imports.tables()
            let report = try await world.take([changed(scored, [.score: "0.9"])], by: \.interviews)
            #expect(report.counts.conflicting == 1)
            #expect(report.problems.map(\.code) == [.conflict])
            #expect(report.problems.first?.column == "score")
            #expect(report.problems.first?.place.line.number == 2)
            #expect(try await world.imports.tables() == before)
        }
    }

    @Test func `an interview that was withdrawn from the record does not come back by itself`() async throws {
        try await ListWorld.with { world in
            try await world.take([scored], by: \.interviews)
            let state = try #require(try await world.imports.episode("E-1"))
            let seq = try #require(state.history.standing.first { $0.event.name == .interviewRecorded }?.seq)
            try await world.imports.practice.correct(
                Correction<EpisodeCommand>(cause: .entryError, withdrawals: [seq]), of: state.id,
                at: Register.code("leeds")
            )
            #expect(try await world.take([scored], by: \.interviews).counts.unchanged == 1)
            #expect(try await world.interviews(of: "E-1").isEmpty)
            let report = try await world.take([changed(scored, [.score: "0.9"])], by: \.interviews)
            #expect(report.problems.map(\.code) == [.conflict])
        }
    }

    @Test func `a row that is gone is left alone and listed, and withdrawn when the file is complete`() async throws {
        try await ListWorld.with { world in
            let other = changed(scored, [.episodeRef: "E-4", .interviewedOn: "2021-08-01"])
            try await world.take([scored, refused, other], by: \.interviews)
            let left = try await world.take([scored], by: \.interviews)
            #expect(left.absent.map(\.text) == ["E-1 tam-r 2025-04-01", "E-4 tam-r 2021-08-01 mother"])
            #expect(try await world.interviews(of: "E-1").count == 2)

            let trial = try await world.take(
                [scored], by: \.interviews, ImportOptions(isTrial: true, isComplete: true))
            #expect(trial.withdrawn.map(\.text) == ["E-1 tam-r 2025-04-01"])
            #expect(try await world.interviews(of: "E-1").count == 2)

            let complete = try await world.take([scored], by: \.interviews, ImportOptions(isComplete: true))
            #expect(complete.counts.corrected == 1)
            #expect(complete.counts.withdrawn == 1)
            #expect(complete.absent.map(\.text) == ["E-4 tam-r 2021-08-01 mother"])
            #expect(try await world.interviews(of: "E-1").map(\.on) == [Register.day("2025-03-01")])
            #expect(try await world.interviews(of: "E-4").count == 1)

            let back = try await world.take([scored, refused], by: \.interviews)
            #expect(back.counts.added == 1)
            #expect(try await world.interviews(of: "E-1").count == 2)
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `a complete file does not withdraw an interview whose score was corrected by hand`() async throws {
        try await ListWorld.with { world in
            try await world.take([scored, refused], by: \.interviews)
            try await replaceScore(world, with: "0.75")
            let report = try await world.take([refused], by: \.interviews, ImportOptions(isComplete: true))
            #expect(report.problems.map(\.code) == [.conflict])
            #expect(report.problems.first?.column == "score")
            #expect(report.problems.first?.place.description == "l.csv: E-1 tam-r 2025-03-01 mother")
            #expect(!report.isApplied && report.withdrawn.isEmpty)
            #expect(report.counts.conflicting == 1)
            #expect(report.counts.rejected == 0)
            #expect(try await world.interviews(of: "E-1").first?.score == AdherenceScore(decimal: "0.75"))
        }
    }

    @Test func `a complete file withdraws what was entered again by hand only if it says the same`() async throws {
        try await ListWorld.with { world in
            try await world.take([scored, refused], by: \.interviews)
            let collectors: [Collector] = [.callCentre, .staff(Register.code("S9"))]
            for (number, collector) in collectors.enumerated() {
                let state = try #require(try await world.imports.episode("E-1"))
                let imported = try #require(
                    state.history.standing.last { $0.occurredOn == Register.day("2025-04-01") })
                let again = Interview(
                    id: InterviewID(high: 1, low: UInt64(number)), instrument: "tam-r", result: .refused,
                    collector: collector, respondent: nil, response: nil
                )
                try await world.imports.practice.correct(
                    Correction<EpisodeCommand>(cause: .entryError, withdrawals: [imported.seq]), of: state.id,
                    at: Register.code("leeds")
                )
                try await world.imports.practice.record(
                    [Engine.Entry(.recordInterview(again), on: imported.occurredOn)], to: state.id,
                    at: Register.code("leeds")
                )
                let report = try await world.take(
                    [scored], by: \.interviews, ImportOptions(isTrial: true, isComplete: true))
                let isSame = collector != .callCentre
                #expect(report.problems.map(\.column) == (isSame ? [] : ["collected_by"]))
                #expect(report.withdrawn.map(\.text) == (isSame ? ["E-1 tam-r 2025-04-01"] : []))
            }
        }
    }

    @Test func `a complete file withdraws nothing that was entered by hand`() async throws {
        try await ListWorld.with { world in
            let state = try #require(try await world.imports.episode("E-1"))
            let interview = Interview(
                id: InterviewID(high: 1, low: 1), instrument: "tam-r", result: .refused, collector: .callCentre,
                respondent: nil, response: nil
            )
            try await world.imports.practice.record(
                [Engine.Entry(.recordInterview(interview), on: Register.day("2025-05-01"))], to: state.id,
                at: Register.code("leeds")
            )
            let report = try await world.take([scored], by: \.interviews, ImportOptions(isComplete: true))
            #expect(report.withdrawn.isEmpty)
            #expect(try await world.interviews(of: "E-1").count == 2)
        }
    }

    @Test func `two respondents of one day are two interviews`() async throws {
        try await ListWorld.with { world in
            let second = changed(scored, [.respondent: "father", .score: "0.4"])
            let report = try await world.take([scored, second], by: \.interviews)
            #expect(report.counts.added == 2)
            #expect(try await world.interviews(of: "E-1").count == 2)
        }
    }

    @Test func `an interview that counts in no figure is taken and pointed out`() async throws {
        try await ListWorld.with { world in
            let own = changed(scored, [.collectedBy: "T1"])
            let report = try await world.take([own], by: \.interviews)
            #expect(report.isApplied)
            #expect(report.advisories.map(\.detail) == ["collected-by-therapist"])
            #expect(report.advisories.first?.place.line.number == 2)
        }
    }

    @Test func `refused rows name their own line, and the others may go in`() async throws {
        try await ListWorld.with { world in
            let rows = [
                scored, changed(scored, [.interviewedOn: "2025-07-01"]),
                changed(scored, [.interviewedOn: "2024-12-01"]), refused,
                changed(scored, [.instrument: "tam-can", .interviewedOn: "2025-03-05"]),
                changed(scored, [.episodeRef: "E-2"]), changed(scored, [.episodeRef: "E-99"]),
            ]
            let report = try await world.take(rows, by: \.interviews, ImportOptions(acceptsValid: true))
            #expect(report.problems.map(\.place.line.number) == [3, 4, 6, 7, 8])
            #expect(
                report.problems.map(\.code) == [.refused, .refused, .unknownCode, .refused, .unknownEpisode])
            #expect(report.counts.added == 2)
            #expect(report.counts.rejected == 5)
            #expect(try await world.interviews(of: "E-1").count == 2)
            #expect(String(decoding: report.rejectedRows, as: UTF8.self).contains("E-99"))
        }
    }

    @Test func `a slip in the word for the call centre is pointed out with that word`() async throws {
        try await ListWorld.with { world in
            try await world.imports.apply(staff: "[{code: T1, role: therapist, fte: 1.0, from: 2020-01-01}]")
            let report = try await world.take([changed(scored, [.collectedBy: "call-center"])], by: \.interviews)
            #expect(
                report.advisories.first?.sentence.hasPrefix(
                    "the site has no member of staff call-center; the nearest is call-centre; ") == true,
                "\(report.advisories)")
        }
    }

    @Test func `whom the site's file does not name is pointed out with the nearest code, where it stands`() async throws
    {
        try await ListWorld.with { world in
            try await world.imports.apply(staff: "[{code: T1, role: therapist, fte: 1.0, from: 2020-01-01}]")
            let slip = changed(scored, [.collectedBy: "T-1"])
            let report = try await world.take([slip, refused], by: \.interviews)
            #expect(report.counts.added == 2)
            #expect(report.advisories.map(\.code) == [.unknownStaff, .unknownStaff])
            #expect(report.advisories.map(\.place.line.number) == [2, 3])
            #expect(report.advisories.first?.column == "collected_by")
            #expect(
                report.advisories.first?.sentence.hasPrefix("the site has no member of staff T-1; the nearest is T1; ")
                    == true)
            let register = try await world.imports.take(ListWorld.register)
            #expect(register.advisories.filter { $0.code == .unknownStaff }.map(\.place.line.number) == [4])
            #expect(register.advisories.first { $0.code == .unknownStaff }?.column == "therapist")
        }
    }
}
