import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Reporting
import Sites
import Testing

/// Young people in MST-FIT who were placed again, and who were not: worked out by hand, each from the record.
@Suite struct PlacedAgainStoryTests {
    /// A spell: where, from and until when, and why.
    private typealias Spell = (PlacementSetting, String, String?, PlacementReason?)

    /// Placed since 2024, treated from 13 January, at home from 2 June unless they never came home, closed on 2 October.
    private func tell(
        _ number: Int, in world: StoryWorld, comesHome: Bool = true, closedFor reason: ClosureReasonID = "completed",
        breakdown: (String, ChoiceCode)? = nil, _ spells: [Spell]
    ) async throws -> ChildID {
        let child = try await world.child("C-\(number)", on: "2025-01-06")
        let fit = try await ToldEpisode(
            "FIT-\(number)", of: child, to: "mst-fit", born: "2010-08", on: "2025-01-06", in: world)
        for (setting, from, until, why) in spells {
            try await world.place(child, in: setting, from: from, until: until, because: why)
        }
        var lines: [ToldEpisode.Line] = [
            ("2025-01-08", .screen(Screening(.accepted))), ("2025-01-13", .startTreatment),
        ]
        if comesHome {
            lines += [("2025-03-31", .enterPhase("transition")), ("2025-06-02", .enterPhase("home"))]
        }
        if let breakdown {
            lines.append((breakdown.0, RecordedFact.new("breakdown", .index, [.kind: .choice(breakdown.1)])))
        }
        lines.append(("2025-10-02", .close(Closing(reason: reason, outcomes: [.atHome: comesHome ? .yes : .no]))))
        try await fit.tell(lines)
        return child
    }

    /// The row of the year: `placed/all, unknown`.
    private func placed(in world: StoryWorld) async throws -> String {
        let table = try await world.practice.indicators(
            of: try ReportScope(sites: .one(world.site.code), models: .one("mst-fit")), from: try date("2025-01-01"),
            through: try date("2025-12-31"))
        let row = try #require(
            table.sections.flatMap(\.blocks).flatMap(\.rows).first { $0.measure.key == "fit_placed" })
        return "\(row.numerator)/\(row.denominator), \(row.unknown) unknown"
    }

    private static let first: Spell = (.childrensHome, "2024-11-01", "2025-06-02", .unplanned)

    @Test func `who went home and stayed is not placed, whatever the place was that treatment began in`() async throws {
        try await StoryWorld.with { world in
            _ = try await tell(1, in: world, [Self.first])
            // Moved on the very first day, as planned in February, to hospital, and placed after the closing.
            _ = try await tell(2, in: world, [(.secureHome, "2025-01-13", "2025-06-02", .remand)])
            _ = try await tell(
                3, in: world,
                [
                    (.childrensHome, "2024-11-01", "2025-02-10", .unplanned),
                    (.foster, "2025-02-10", "2025-06-02", .planned),
                    (.hospital, "2025-07-01", "2025-07-04", .unplanned),
                    (.foster, "2025-10-20", nil, .breakdown),
                ])
            #expect(try await placed(in: world) == "0/3, 0 unknown")
        }
    }

    @Test func `re-entry after the move home and an unplanned place before it count, each episode once`() async throws {
        try await StoryWorld.with { world in
            // Back in care after the move home, twice, the first time as planned.
            _ = try await tell(
                1, in: world,
                [Self.first, (.foster, "2025-07-07", "2025-07-21", .planned), (.kin, "2025-08-04", nil, .breakdown)])
            // The home broke down while placed, and remand came on top of it.
            _ = try await tell(
                2, in: world, comesHome: false,
                [
                    (.childrensHome, "2024-11-01", "2025-02-10", .planned),
                    (.foster, "2025-02-10", "2025-03-03", .breakdown),
                    (.youngOffenderInstitution, "2025-03-03", nil, .remand),
                ])
            // Said by the therapist alone; said by the closing alone.
            _ = try await tell(3, in: world, breakdown: ("2025-08-11", "placed-with-parents-ended"), [])
            _ = try await tell(4, in: world, comesHome: false, closedFor: "placed", [])
            _ = try await tell(5, in: world, [Self.first])
            #expect(try await placed(in: world) == "4/5, 0 unknown")
        }
    }

    @Test func `a new place before the move home without a reason is unknown and stays in the denominator`()
        async throws
    {
        try await StoryWorld.with { world in
            let child = try await tell(
                1, in: world,
                [
                    (.childrensHome, "2024-11-01", "2025-02-10", .planned), (.foster, "2025-02-10", "2025-06-02", nil),
                ])
            #expect(try await placed(in: world) == "0/1, 1 unknown")
            // What becomes known of the child changes the row, though nobody touched the episode.
            try await world.place(child, in: .foster, from: "2025-09-01")
            #expect(try await placed(in: world) == "1/1, 0 unknown")
            let checked = try await world.practice.verify(world.site.code)
            #expect(checked.faults.isEmpty)
        }
    }
}
