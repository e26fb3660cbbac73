import CivilDate
import EpisodeEngine
import EpisodeFixtures
import Intervention
import Practice
import Sites
import Testing

/// Families of whom only the frame of treatment is on record, as a register brings it in: figures say what they do not
/// know, and what social care and placements know beside the episode counts.
@Suite struct ImportedCourseStoryTests {
    private func frame(_ episode: ToldEpisode, atHome: Answer) async throws {
        try await episode.tell([
            ("2025-01-08", .screen(Screening(.accepted))), ("2025-01-13", .startTreatment),
            ("2025-07-28", .close(Closing(reason: "completed", outcomes: [.atHome: atHome]))),
        ])
    }

    @Test func `a protection plan of social care ends, and nobody knows of abuse`() async throws {
        try await StoryWorld.with { world in
            let child = try await world.child("C-8", on: "2025-01-06")
            let can = try await ToldEpisode(
                "CAN-1", of: child, to: "mst-can", born: "2016-09", on: "2025-01-06", in: world)
            try await frame(can, atHome: .yes)
            let plan = ProvisionID.fresh()
            try await world.practice.record(
                [
                    .init(.startProvision(Provision(id: plan, kind: .childProtection)), on: try date("2025-01-08")),
                    .init(.endProvision(plan), on: try date("2025-07-01")),
                ], to: child, at: world.site.code)
            let measures = try await world.measures(of: "mst-can")
            #expect(measures["protection_plan_ended"] == "1/1")
            #expect(measures["reabuse_reported"] == "0/0")
            let ref = try #require(EpisodeRef("CAN-1"))
            func shown(on day: String) async throws -> [String] {
                let sheet = try await world.practice.episode(ref, at: world.site.code, on: try date(day))
                return sheet.provision.map { spell in
                    "\(spell.provision.kind) \(spell.startedOn) \(spell.endedOn.map { "\($0)" } ?? "lasts")"
                }
            }
            #expect(try await shown(on: "2025-01-07").isEmpty)
            #expect(try await shown(on: "2025-06-30") == ["childProtection 2025-01-08 lasts"])
            #expect(try await shown(on: "2025-07-01") == ["childProtection 2025-01-08 2025-07-01"])
        }
    }

    @Test func `a move home is known from placements, and unknown without them`() async throws {
        try await StoryWorld.with { world in
            let (first, second) = (
                try await world.child("C-8", on: "2024-12-01"), try await world.child("C-9", on: "2025-01-06")
            )
            for (ref, child) in [("FIT-1", first), ("FIT-2", second)] {
                let fit = try await ToldEpisode(
                    ref, of: child, to: "mst-fit", born: "2010-09", on: "2025-01-06", in: world)
                try await frame(fit, atHome: .yes)
            }
            #expect(try await world.measures(of: "mst-fit")["fit_moved_home"] == "0/2")
            #expect(try await world.unknown(of: "mst-fit")["fit_moved_home"] == 2)
            try await world.place(first, in: .secureHome, from: "2024-12-01", until: "2025-04-01")
            try await world.place(first, in: .home, from: "2025-04-01")
            #expect(try await world.measures(of: "mst-fit")["fit_moved_home"] == "1/2")
            #expect(try await world.unknown(of: "mst-fit")["fit_moved_home"] == 1)
            #expect(try await world.measures(of: "mst-fit")["fit_home_at_end"] == "2/2")
        }
    }
}
