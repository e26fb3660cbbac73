import CivilDate
import EpisodeEngine
import EpisodeStore
import Exchange
import Intervention
import Testing

@Suite struct ChildImportTests {
    private let first = Register.closed
    private let second = Register.row(
        Register.closed,
        [
            .episodeRef: "E-5", .referredOn: "2025-08-01", .decidedOn: "2025-08-02", .firstSessionOn: "2025-08-03",
            .closedOn: "2025-11-01",
        ]
    )

    private func childID(_ reference: String, in world: ImportWorld) async throws -> ChildID {
        try #require(try await world.episode(reference)?.history.facts).referral.child
    }

    @Test func `rows of one reference are of one child, also in later files`() async throws {
        try await ImportWorld.with { world in
            try await world.take([first, second])
            try await world.take([
                Register.row(
                    second,
                    [
                        .episodeRef: "E-6", .referredOn: "2025-12-01", .decision: "pending", .decidedOn: nil,
                        .firstSessionOn: nil, .closedOn: nil, .closureReason: nil, .atHome: nil, .inSchoolOrWork: nil,
                        .noNewArrests: nil,
                    ])
            ])
            let ids = [
                try await childID("E-1", in: world), try await childID("E-5", in: world),
                try await childID("E-6", in: world),
            ]
            #expect(Set(ids).count == 1)
            #expect(try await world.isSound())
        }
    }

    @Test func `without a reference each row is a child of its own`() async throws {
        try await ImportWorld.with { world in
            try await world.take([first, second].map { Register.row($0, [.childRef: nil]) })
            #expect(try await childID("E-1", in: world) != childID("E-5", in: world))
        }
    }

    @Test func `a reference that is given later names the child that is there`() async throws {
        try await ImportWorld.with { world in
            try await world.take([Register.row(first, [.childRef: nil])])
            let before = try await childID("E-1", in: world)
            #expect(try await world.take([first]).counts.corrected == 1)
            #expect(try await childID("E-1", in: world) == before)
            #expect(try await world.cells("E-1")?[.childRef] == "C-1")
            #expect(try await world.take([first]).counts.unchanged == 1)
            #expect(try await world.isSound())
        }
    }

    @Test func `a reference that is given later may be that of a known child`() async throws {
        try await ImportWorld.with { world in
            try await world.take([first, Register.row(second, [.childRef: nil])])
            #expect(try await world.take([first, second]).counts.corrected == 1)
            #expect(try await childID("E-1", in: world) == childID("E-5", in: world))
            #expect(try await world.isSound())
        }
    }

    @Test func `another reference makes it another child's episode`() async throws {
        try await ImportWorld.with { world in
            try await world.take([first, second])
            try await world.take([first, Register.row(second, [.childRef: "C-2"])])
            #expect(try await childID("E-1", in: world) != childID("E-5", in: world))
            #expect(try await world.cells("E-1")?[.childRef] == "C-1")
            #expect(try await world.cells("E-5")?[.childRef] == "C-2")
            #expect(try await world.cells("E-5")?[.householdRef] == "H-1")
        }
    }

    @Test func `an emptied reference makes it a child of its own`() async throws {
        try await ImportWorld.with { world in
            try await world.take([first, second])
            try await world.take([first, Register.row(second, [.childRef: nil])])
            #expect(try await childID("E-1", in: world) != childID("E-5", in: world))
            #expect(try await world.cells("E-5")?[.childRef] == nil)
            #expect(try await world.take([first, Register.row(second, [.childRef: nil])]).counts.unchanged == 2)
        }
    }

    @Test func `each episode keeps the household of its own row`() async throws {
        try await ImportWorld.with { world in
            let moved = Register.row(second, [.householdRef: "H-2"])
            try await world.take([moved, first])
            #expect(try await world.cells("E-1")?[.householdRef] == "H-1")
            #expect(try await world.cells("E-5")?[.householdRef] == "H-2")
            try await world.take([moved, Register.row(first, [.householdRef: "H-3"])])
            #expect(try await world.cells("E-1")?[.householdRef] == "H-3")
            #expect(try await world.cells("E-5")?[.householdRef] == "H-2")
        }
    }

    @Test func `an emptied household is withdrawn`() async throws {
        try await ImportWorld.with { world in
            try await world.take([first])
            #expect(try await world.take([Register.row(first, [.householdRef: nil])]).counts.corrected == 1)
            #expect(try await world.cells("E-1")?[.householdRef] == nil)
            #expect(try await world.take([first]).counts.corrected == 1)
            #expect(try await world.cells("E-1")?[.householdRef] == "H-1")
        }
    }

    @Test func `the household moves with the day of the referral`() async throws {
        try await ImportWorld.with { world in
            try await world.take([first])
            try await world.take([Register.row(first, [.referredOn: "2025-01-05"])])
            let episode = try #require(try await world.episode("E-1"))
            let child = try #require(try await world.child(of: episode)?.history.facts)
            #expect(child.households.map(\.from) == [Register.day("2025-01-05")])
        }
    }

    @Test func `two episodes of one child at once are told on both lines`() async throws {
        try await ImportWorld.with { world in
            let early = Register.row(
                second, [.referredOn: "2025-05-01", .decidedOn: nil, .firstSessionOn: "2025-05-31"])
            let report = try await world.take([first, early])
            #expect(report.problems.map(\.code) == [.episodesOverlap, .episodesOverlap])
            #expect(report.problems.map(\.place.line.number) == [2, 3])
            #expect(!report.isApplied)
        }
    }

    @Test func `an episode may begin on the day on which the one before it ended`() async throws {
        try await ImportWorld.with { world in
            let next = Register.row(
                second, [.referredOn: "2025-05-01", .decidedOn: nil, .firstSessionOn: "2025-06-01"])
            let report = try await world.take([first, next])
            #expect(report.problems.isEmpty)
            #expect(report.counts.added == 2)
        }
    }

    @Test func `an episode that runs into one on record is told, and the one on record stays`() async throws {
        try await ImportWorld.with { world in
            try await world.take([first])
            let early = Register.row(
                second, [.referredOn: "2025-05-01", .decidedOn: nil, .firstSessionOn: "2025-05-31"])
            let report = try await world.take([early], ImportOptions(acceptsValid: true))
            #expect(report.problems.map(\.code) == [.episodesOverlap])
            #expect(report.problems.first?.sentence.contains("one on record") == true)
            #expect(try await world.episode("E-5") == nil)
        }
    }

    @Test func `a row that changes nothing is not blamed for one that runs into it`() async throws {
        try await ImportWorld.with { world in
            try await world.take([first])
            let early = Register.row(
                second, [.referredOn: "2025-05-01", .decidedOn: nil, .firstSessionOn: "2025-05-31"])
            let report = try await world.take([first, early])
            #expect(report.problems.map(\.code) == [.episodesOverlap])
            #expect(report.problems.map(\.place.line.number) == [3])
            #expect(report.counts.unchanged == 1)
        }
    }

    @Test func `a row that made room is not in the way of the one it made room for`() async throws {
        try await ImportWorld.with { world in
            try await world.take([first])
            let early = Register.row(
                second, [.referredOn: "2025-05-01", .decidedOn: nil, .firstSessionOn: "2025-05-31"])
            let report = try await world.take([Register.row(first, [.closedOn: "2025-05-31"]), early])
            #expect(report.problems.isEmpty)
            #expect(report.counts.corrected == 1)
            #expect(report.counts.added == 1)
        }
    }

    @Test func `rows of one child that lie far apart in a long file find each other`() async throws {
        try await ImportWorld.with { world in
            let others = (0..<2100).map { number in
                Register.row(
                    Register.declined, [.episodeRef: "N-\(number)", .childRef: number.isMultiple(of: 3) ? "C-1" : nil]
                )
            }
            let report = try await world.take([first] + others + [second])
            #expect(report.problems.isEmpty)
            #expect(report.counts.added == 2102)
            #expect(try await childID("E-1", in: world) == childID("E-5", in: world))
            #expect(try await childID("N-0", in: world) == childID("N-2097", in: world))
            let ends = [try #require(try await world.episode("E-1")), try #require(try await world.episode("E-5"))]
            var stamps: Set<Instant> = []
            for state in ends { stamps.formUnion(try await world.stamps(of: state.id)) }
            #expect(stamps.count == 1)
            #expect(try await world.isSound())
        }
    }

    @Test func `too many open families of a therapist are pointed out once`() async throws {
        try await ImportWorld.with { world in
            let open = (0..<9).map { number in
                Register.row(
                    Register.declined,
                    [
                        .episodeRef: "O-\(number)", .decision: "accepted", .decidedOn: "2025-02-11",
                        .declineReason: nil,
                        .therapist: "T1",
                    ]
                )
            }
            let report = try await world.take(open)
            #expect(report.advisories.map(\.code) == [.caseloadExceeded])
            #expect(report.advisories.map(\.place.line.number) == [8])
            #expect(report.counts.added == 9)
        }
    }

    @Test func `what the model notices is pointed out and the row goes in`() async throws {
        try await ImportWorld.with { world in
            let report = try await world.take([Register.row(first, [.birthMonth: "2020-01", .closedOn: "2026-06-01"])])
            #expect(report.problems.isEmpty)
            #expect(report.counts.added == 1)
            #expect(Set(report.advisories.map(\.detail)) == ["age-outside-range", "stay-longer-than-planned"])
            #expect(report.advisories.first?.description.hasSuffix("[age-outside-range]") == true)
        }
    }
}
