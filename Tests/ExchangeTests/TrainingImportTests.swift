import CivilDate
import EpisodeEngine
import EpisodeStore
import Exchange
import Intervention
import Practice
import Testing

@Suite struct TrainingImportTests {
    private let orientation: [TrainingColumn: String] = [
        .team: "north", .what: "orientation", .on: "2024-02-05", .staff: "t-01",
    ]
    private let ownCourse: [TrainingColumn: String] = [
        .team: "south", .what: "mst-can", .on: "2024-03-11", .staff: "t-03",
    ]
    private let briefing: [TrainingColumn: String] = [
        .team: "north", .what: "briefing", .on: "2024-04-08", .audience: "school", .ref: "hall", .attended: "23",
    ]

    @Test func `training and briefings are added to their teams, and the same file again changes nothing`()
        async throws
    {
        try await ListWorld.with { world in
            let rows = [orientation, ownCourse, briefing, changed(briefing, [.ref: "annexe", .attended: "9"])]
            let report = try await world.take(rows, by: \.training)
            #expect(report.problems.map(\.description) == [])
            #expect(report.counts.added == 4)
            #expect(try await world.take(rows, by: \.training).counts.unchanged == 4)
            let north = try #require(try await world.team("north"))
            let staff = try #require(StaffCode("t-01"))
            #expect(north.completed(.orientation, by: staff, on: Register.day("2024-02-05")) != nil)
            #expect(north.completed(.orientation, by: staff, on: Register.day("2024-02-04")) == nil)
            #expect(north.briefings.map(\.value.attended.number).sorted() == [9, 23])
            #expect(try await world.team("south")?.trainings.map(\.value.kind.text) == ["mst-can"])
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `a number that was mended is corrected, and keeps its briefing`() async throws {
        try await ListWorld.with { world in
            try await world.take([briefing], by: \.training)
            let before = try #require(try await world.team("north")?.briefings.first)
            let report = try await world.take([changed(briefing, [.attended: "24"])], by: \.training)
            #expect(report.counts.corrected == 1)
            let after = try #require(try await world.team("north")?.briefings)
            #expect(after.map(\.value.attended.number) == [24])
            #expect(after.map(\.value.id) == [before.value.id])
        }
    }

    @Test func `whom the site's file does not name is refused with the nearest code, and former staff are known`()
        async throws
    {
        try await ListWorld.with { world in
            try await world.imports.apply(
                staff: """
                    [
                            {code: t-01, role: therapist, fte: 1.0, from: 2020-01-01, until: 2022-12-31},
                            {code: s-07, role: supervisor, fte: 1.0, from: 2020-01-01}]
                    """)
            let report = try await world.take(
                [orientation, changed(orientation, [.staff: "s-70"]), changed(ownCourse, [.staff: "s-07"])],
                by: \.training)
            #expect(report.problems.map(\.place.line.number) == [3])
            let problem = try #require(report.problems.first)
            #expect(problem.code == .unknownCode)
            #expect(problem.column == "staff")
            #expect(problem.sentence.hasPrefix("the site has no member of staff s-70; the nearest is s-07; "))
            #expect(try await world.team("north")?.trainings.isEmpty == true)
        }
    }

    @Test func `a complete list withdraws what it no longer has`() async throws {
        try await ListWorld.with { world in
            try await world.take([orientation, briefing], by: \.training)
            let report = try await world.take(
                [orientation], by: \.training, ImportOptions(isComplete: true))
            #expect(report.withdrawn.map(\.text) == ["north briefing 2024-04-08 school hall"])
            #expect(try await world.team("north")?.briefings.isEmpty == true)
            #expect(try await world.team("north")?.trainings.count == 1)
        }
    }

    @Test(
        arguments: [
            ([.what: "mst-can"], "kind", "unknown-code"), ([.team: "west"], "team", "unknown-team"),
            ([.staff: nil], "staff", "missing-value"), ([.attended: "3"], "attended", "not-for-kind"),
            ([.on: "2099-01-01"], "on", "day-in-future"), ([.staff: "Jane Doe"], "staff", "looks-like-a-name"),
            ([.what: "briefing"], "audience", "missing-value"),
        ] as [([TrainingColumn: String?], String, String)]
    )
    func `a row that cannot be is refused where it is wrong`(
        row: ([TrainingColumn: String?], String, String)
    )
        async throws
    {
        try await ListWorld.with { world in
            let report = try await world.take([changed(orientation, row.0)], by: \.training)
            #expect(report.problems.contains { $0.column == row.1 && $0.code.rawValue == row.2 }, "\(report.problems)")
            #expect(try await world.team("north")?.trainings.isEmpty == true)
        }
    }

    @Test func `what lies before the team's first day is taken and pointed out`() async throws {
        try await ListWorld.with { world in
            let report = try await world.take(
                [orientation, changed(briefing, [.on: "1950-04-08"])], by: \.training)
            #expect(report.counts.added == 2)
            #expect(report.advisories.map(\.code) == [.beforeTeamStarted])
            #expect(report.advisories.map(\.place.line.number) == [3])
            #expect(report.advisories.first?.sentence == "it lies before the team's first day, 2020-01-01")
        }
    }

    @Test func `rows in any order, and before what stands, become one history`() async throws {
        try await ListWorld.with { world in
            try await world.take([changed(orientation, [.on: "2025-06-02"])], by: \.training)
            let days = (1...28).map { $0 * 11 % 28 + 1 }.map { $0 < 10 ? "2024-04-0\($0)" : "2024-04-\($0)" }
            let rows = days.map { changed(briefing, [.on: $0, .ref: "hall-\($0)"]) }
            let first = changed(orientation, [.on: "2025-06-02"])
            // One row that cannot be is told apart from the others.
            let early = try await world.take(
                rows + [first, changed(briefing, [.on: "2099-01-01"])], by: \.training,
                ImportOptions(acceptsValid: true))
            #expect(early.problems.map(\.code) == [.dayInFuture])
            #expect(early.counts.added == 28)
            #expect(try await world.take(rows + [first], by: \.training).counts.unchanged == 29)
            let briefings = try #require(try await world.team("north")?.briefings)
            let expected = days.sorted().map { Register.day($0) }
            #expect(briefings.map(\.on) == expected)
            #expect(try await world.imports.isSound())
        }
    }
}
