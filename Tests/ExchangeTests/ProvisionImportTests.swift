import CivilDate
import EpisodeEngine
import EpisodeStore
import Exchange
import Intervention
import Practice
import Testing

@Suite struct ProvisionImportTests {
    private let need: [ProvisionColumn: String] = [
        .childRef: "C-1", .provided: "cin", .startedOn: "2024-10-01", .endedOn: "2025-01-15",
    ]
    private let protection: [ProvisionColumn: String] = [
        .childRef: "C-1", .provided: "cpp", .startedOn: "2025-01-15",
    ]
    private let lookedAfter: [ProvisionColumn: String] = [
        .childRef: "C-1", .provided: "looked-after", .startedOn: "2025-01-15",
    ]

    private func spells(_ world: ListWorld) async throws -> [ProvisionSpell] {
        try await world.child(of: "E-1")?.provision ?? []
    }

    @Test func `spells of several kinds are added, mended and left alone`() async throws {
        try await ListWorld.with { world in
            let rows = [need, protection, lookedAfter]
            let report = try await world.take(rows, by: \.provision)
            #expect(report.counts.added == 3)
            #expect(report.advisories.isEmpty)
            #expect(try await world.take(rows, by: \.provision).counts.unchanged == 3)
            let mended = try await world.take(
                [need, changed(protection, [.endedOn: "2025-09-01"])], by: \.provision)
            #expect(mended.counts.corrected == 1)
            #expect(mended.absent.map(\.text) == ["C-1 looked-after 2025-01-15"])
            let protections = try await spells(world).filter { $0.provision.kind == .childProtection }
            #expect(protections.map(\.endedOn) == [Register.day("2025-09-01")])
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `a complete file withdraws a spell with its end`() async throws {
        try await ListWorld.with { world in
            try await world.take([need, protection], by: \.provision)
            let report = try await world.take([protection], by: \.provision, ImportOptions(isComplete: true))
            #expect(report.withdrawn.map(\.text) == ["C-1 cin 2024-10-01"])
            #expect(try await spells(world).map(\.provision.kind) == [.childProtection])
            #expect(try await world.imports.isSound())
        }
    }

    @Test func `spells of one kind may not overlap`() async throws {
        try await ListWorld.with { world in
            let late = changed(need, [.startedOn: "2025-01-14", .endedOn: nil])
            let report = try await world.take([need, late], by: \.provision)
            #expect(report.problems.map(\.code) == [.spellsOverlap, .spellsOverlap])
            #expect(report.problems.map(\.place.line.number) == [2, 3])
        }
    }

    @Test func `a child in need plan beside a child protection plan is pointed out`() async throws {
        try await ListWorld.with { world in
            let report = try await world.take(
                [changed(need, [.endedOn: "2025-01-16"]), protection], by: \.provision)
            #expect(report.isApplied)
            #expect(report.advisories.map(\.code) == [.plansConcurrent])
            #expect(report.advisories.first?.place.line.number == 2)
        }
    }
}
