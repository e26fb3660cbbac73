import CivilDate
import EpisodeEngine
import EpisodeStore
import Exchange
import Intervention
import Practice
import Testing

@Suite struct PlacementImportTests {
    private let first: [PlacementColumn: String] = [
        .childRef: "C-1", .setting: "foster", .startedOn: "2025-02-01", .endedOn: "2025-03-01", .reason: "breakdown",
    ]
    private let second: [PlacementColumn: String] = [
        .childRef: "C-1", .setting: "home", .startedOn: "2025-03-01", .reason: "return-home",
    ]

    private func spells(_ world: ListWorld) async throws -> [PlacementSpell] {
        try await world.child(of: "E-1")?.placements ?? []
    }

    @Test func `contiguous spells are added in any order of rows, and again nothing changes`() async throws {
        try await ListWorld.with { world in
            let report = try await world.take([second, first], by: \.placements)
            #expect(report.problems.isEmpty)
            #expect(report.counts.added == 2)
            let spells = try await spells(world)
            #expect(spells.map(\.placement.setting) == [.foster, .home])
            #expect(spells.map(\.endedOn) == [Register.day("2025-03-01"), nil])
            #expect(spells.map(\.placement.reason) == [.breakdown, .returnHome])
            let before = try await world.imports.tables(except: ["exchange.import"])
            #expect(try await world.take([first, second], by: \.placements).counts.unchanged == 2)
            #expect(try await world.imports.tables(except: ["exchange.import"]) == before)
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `an end that appears is an entry, one that moves a correction, one that goes a withdrawal`() async throws
    {
        try await ListWorld.with { world in
            try await world.take([second], by: \.placements)
            for day in ["2025-05-01", "2025-06-01", ""] {
                let report = try await world.take([changed(second, [.endedOn: day])], by: \.placements)
                #expect(report.counts.corrected == 1)
                #expect(try await spells(world).map(\.endedOn) == [CivilDate(iso: day)])
            }
            let state = try #require(try await world.imports.episode("E-1"))
            let child = try #require(try await world.imports.child(of: state))
            #expect(child.history.head.number == 6)
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `another setting replaces the beginning and keeps the spell`() async throws {
        try await ListWorld.with { world in
            try await world.take([first], by: \.placements)
            let id = try await spells(world).first?.placement.id
            let report = try await world.take([changed(first, [.setting: "kin", .reason: nil])], by: \.placements)
            #expect(report.counts.corrected == 1)
            let spell = try #require(try await spells(world).first)
            #expect(spell.placement == Placement(id: try #require(id), setting: .kin))
            #expect(spell.endedOn == Register.day("2025-03-01"))
        }
    }

    @Test func `a child is found by its episode as well, and a row by either`() async throws {
        try await ListWorld.with { world in
            try await world.take([changed(first, [.childRef: nil, .episodeRef: "E-1"])], by: \.placements)
            #expect(try await world.take([first], by: \.placements).counts.unchanged == 1)
            let both = try await world.take(
                [first, changed(first, [.childRef: nil, .episodeRef: "E-1"])], by: \.placements)
            #expect(both.problems.map(\.code) == [.duplicateRow, .duplicateRow])
            let unnamed = changed(first, [.childRef: nil, .episodeRef: "E-2"])
            #expect(try await world.take([unnamed], by: \.placements).counts.added == 1)
            #expect(try await world.child(of: "E-2")?.placements.count == 1)
        }
    }

    @Test func `overlapping spells name the other line, or the record`() async throws {
        try await ListWorld.with { world in
            let late = changed(second, [.startedOn: "2025-02-27"])
            let report = try await world.take([first, late], by: \.placements)
            #expect(report.problems.map(\.code) == [.spellsOverlap, .spellsOverlap])
            #expect(report.problems[0].sentence.contains("the one on line 3"))
            #expect(report.problems[1].sentence.contains("the one on line 2"))
            try await world.take([first], by: \.placements)
            let again = try await world.take([first, late], by: \.placements)
            #expect(again.problems.map(\.place.line.number) == [3])
            #expect(again.problems[0].sentence.contains("on record"))
        }
    }

    @Test func `a complete file moves a beginning: the old spell is withdrawn and the new one added`() async throws {
        try await ListWorld.with { world in
            try await world.take([first, second], by: \.placements)
            let moved = [changed(first, [.endedOn: "2025-03-10"]), changed(second, [.startedOn: "2025-03-10"])]
            #expect(try await world.take(moved, by: \.placements).problems.map(\.code).contains(.spellsOverlap))
            let report = try await world.take(moved, by: \.placements, ImportOptions(isComplete: true))
            #expect(report.problems.isEmpty)
            #expect(report.withdrawn.map(\.text) == ["C-1 2025-03-01"])
            #expect(report.counts.added == 1)
            #expect(report.counts.corrected == 2)
            #expect(
                try await spells(world).map(\.startedOn) == [Register.day("2025-02-01"), Register.day("2025-03-10")])
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `a complete file does not withdraw a spell whose end was recorded by hand`() async throws {
        try await ListWorld.with { world in
            try await world.take([first, second], by: \.placements)
            let state = try #require(try await world.imports.episode("E-1"))
            let child = try #require(try await world.imports.child(of: state))
            let id = try #require(try await spells(world).last?.placement.id)
            try await world.imports.practice.record(
                [Engine.Entry(.endPlacement(PlacementEnd(of: id)), on: Register.day("2025-05-01"))], to: child.id,
                at: Register.code("leeds")
            )
            let report = try await world.take([first], by: \.placements, ImportOptions(isComplete: true))
            #expect(report.problems.map(\.code) == [.conflict])
            #expect(report.problems.first?.column == "ended_on")
            #expect(report.problems.first?.place.description == "l.csv: C-1 2025-03-01")
            #expect(!report.isApplied && report.withdrawn.isEmpty)
            #expect(report.counts.conflicting == 1)
            #expect(report.counts.unchanged == 1)
            #expect(report.counts.rejected == 0)
            #expect(try await spells(world).last?.endedOn == Register.day("2025-05-01"))

            let ended = changed(second, [.endedOn: "2025-05-01"])
            try await world.take([first, ended], by: \.placements, ImportOptions(isComplete: true))
            let again = try await world.take([first], by: \.placements, ImportOptions(isComplete: true))
            #expect(again.withdrawn.map(\.text) == ["C-1 2025-03-01"])
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `what only the record changed is kept, and what both changed is a conflict`() async throws {
        try await ListWorld.with { world in
            try await world.take([first], by: \.placements)
            let state = try #require(try await world.imports.episode("E-1"))
            let child = try #require(try await world.imports.child(of: state))
            let end = try #require(child.history.standing.first { $0.event.name == .placementEnded })
            guard case .placementEnded(let placementEnd) = end.event else { return }
            try await world.imports.practice.correct(
                Correction<ChildCommand>(
                    cause: .entryError,
                    replacements: [.init(end.seq, with: .endPlacement(placementEnd), on: Register.day("2025-03-05"))]
                ), of: child.id, at: Register.code("leeds")
            )
            #expect(try await world.take([first], by: \.placements).counts.unchanged == 1)
            #expect(try await spells(world).map(\.endedOn) == [Register.day("2025-03-05")])
            let report = try await world.take([changed(first, [.endedOn: "2025-03-20"])], by: \.placements)
            #expect(report.problems.map(\.code) == [.conflict])
            #expect(report.problems.first?.column == "ended_on")
        }
    }

    @Test(arguments: [
        ("2019-01-01", "2019-06-10", false), ("2019-01-01", "2019-06-11", true), ("2024-04-15", "2024-05-01", true),
        ("2024-04-16", "2024-05-01", false), ("2018-01-01", "", true),
    ])
    func `spells reach back 24 months and forward 30, to the day`(
        start: String, end: String, isTaken: Bool
    ) async throws {
        try await ListWorld.with { world in
            let row: [PlacementColumn: String] = [
                .childRef: "C-4", .setting: "kin", .startedOn: start, .endedOn: end,
            ]
            let report = try await world.take([row], by: \.placements)
            #expect(report.problems.map(\.code) == (isTaken ? [] : [.outsideWindow]))
            if let problem = report.problems.first {
                #expect(problem.sentence.contains("2019-06-10") && problem.sentence.contains("2024-04-15"))
            }
        }
    }

    @Test func `an open episode has no last day but today`() async throws {
        try await ListWorld.with { world in
            let row: [PlacementColumn: String] = [
                .childRef: "C-3", .setting: "hospital", .startedOn: "2026-06-29", .endedOn: "2026-06-30",
            ]
            let report = try await world.take([row], by: \.placements)
            #expect(report.counts.added == 1)
        }
    }
}
