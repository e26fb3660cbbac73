import CivilDate
import EpisodeEngine
import EpisodeStore
import Exchange
import Intervention
import Practice
import Testing

@Suite struct FollowUpImportTests {
    private let missed: [FollowUpColumn: String] = [
        .episodeRef: "E-4", .month: "6", .heldOn: "2022-04-11", .status: "unreachable",
    ]
    private let reached: [FollowUpColumn: String] = [
        .episodeRef: "E-4", .month: "6", .heldOn: "2022-04-20", .status: "collected", .atHome: "yes",
        .inSchoolOrWork: "unknown",
    ]

    @Test func `attempts and answers are added, and again nothing changes`() async throws {
        try await ListWorld.with { world in
            let report = try await world.take([reached, missed], by: \.followUps)
            #expect(report.problems.isEmpty)
            #expect(report.counts.added == 2)
            let followUps = try await world.followUps(of: "E-4")
            #expect(followUps.map(\.followUp.status) == [.unreachable, .collected])
            #expect(followUps.last?.followUp.outcomes == [.atHome: .yes, .inSchoolOrWork: .unknown])
            let before = try await world.imports.tables(except: ["exchange.import"])
            #expect(try await world.take([reached, missed], by: \.followUps).counts.unchanged == 2)
            #expect(try await world.imports.tables(except: ["exchange.import"]) == before)
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `an answer that only the file changed is corrected`() async throws {
        try await ListWorld.with { world in
            try await world.take([missed, reached], by: \.followUps)
            let other = changed(reached, [.atHome: "no", .inSchoolOrWork: nil])
            #expect(try await world.take([missed, other], by: \.followUps).counts.corrected == 1)
            let followUps = try await world.followUps(of: "E-4")
            #expect(followUps.count == 2)
            #expect(followUps.last?.followUp.outcomes == [.atHome: .no])
        }
    }

    @Test func `a month that was collected is not asked again`() async throws {
        try await ListWorld.with { world in
            try await world.take([reached], by: \.followUps)
            let again = changed(reached, [.heldOn: "2022-05-01"])
            let report = try await world.take([reached, again], by: \.followUps)
            #expect(report.problems.map(\.code) == [.refused])
            #expect(report.problems.map(\.column) == ["month"])
        }
    }

    @Test func `a complete file withdraws an attempt that it no longer has`() async throws {
        try await ListWorld.with { world in
            try await world.take([missed, reached], by: \.followUps)
            let report = try await world.take([reached], by: \.followUps, ImportOptions(isComplete: true))
            #expect(report.withdrawn.map(\.text) == ["E-4 6 2022-04-11"])
            #expect(try await world.followUps(of: "E-4").map(\.followUp.status) == [.collected])
            #expect(try await world.imports.isSound())
        }
    }
}
