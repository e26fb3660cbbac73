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

    @Test func `one outside its window is taken and told of by line`() async throws {
        try await ListWorld.with { world in
            // Closed on 15 October 2021: six months later is 15 April, from 1 April to 27 May 2022.
            let early = changed(reached, [.heldOn: "2021-10-16"])
            let report = try await world.take([early], by: \.followUps)
            #expect(report.counts.added == 1)
            #expect(report.advisories.map(\.detail) == ["follow-up-outside-window"])
            #expect(report.advisories.map { "\($0.place)" } == ["l.csv:2"])
            #expect(try await world.take([early, reached], by: \.followUps).counts.added == 1)
            #expect(try await world.followUps(of: "E-4").map(\.isInWindow) == [false, true])
        }
    }

    @Test func `an episode that never started is not followed up`() async throws {
        try await ListWorld.with { world in
            var moved = ListWorld.register[3]
            moved[.episodeRef] = "E-5"
            moved[.childRef] = "C-5"
            moved[.firstSessionOn] = nil
            moved[.closureReason] = "moved"
            try await world.imports.take([moved])
            let report = try await world.take([changed(reached, [.episodeRef: "E-5"])], by: \.followUps)
            #expect(report.problems.map(\.code) == [.refused])
            #expect(report.problems.map(\.column) == ["episode_ref"])
            #expect(report.problems.first?.sentence.contains("without a first session") == true)
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
