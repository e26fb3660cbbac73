import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites
import Testing

/// What is shut by one way is shut by every other: by reference, by id, in lists, through the child, by correction.
@Suite struct SecondPathTests {
    /// One way to a family; it gives whether anything was got or done.
    private struct Way: Sendable {
        let name: String
        let go: @Sendable (Practice, AccessWorld.Family) async throws -> Bool
    }

    private static let today = FixtureWorld.today

    private static let ways: [Way] = [
        Way(name: "by reference") { practice, family in
            try await practice.episode(family.ref, at: family.site.code).id == family.id
        },
        Way(name: "in the list of duties") { practice, family in
            try await practice.duties(at: family.site.code).episodes.contains { $0.id == family.id }
        },
        Way(name: "in the list of duties of the team") { practice, family in
            try await practice.duties(at: family.site.code, of: family.team.code).episodes
                .contains { $0.id == family.id }
        },
        Way(name: "by id, recording") { practice, family in
            let allocation = Allocation(team: family.team.id, therapist: family.therapist)
            try await practice.record(
                [.init(.allocate(allocation), on: today)], to: family.id, at: family.site.code)
            return true
        },
        Way(name: "by the child, recording") { practice, family in
            let placement = Placement(id: .fresh(), setting: .home)
            try await practice.record(
                [.init(.startPlacement(placement), on: today)], to: family.child, at: family.site.code)
            return true
        },
        Way(name: "as a referral of the same id") { practice, family in
            let referral = Referral(
                child: family.child, ref: nil, model: family.team.model, team: family.team.id)
            try await practice.record([.init(.refer(referral), on: today)], to: family.id, at: family.site.code)
            return true
        },
        Way(name: "by correction") { practice, family in
            let correction = Correction<EpisodeCommand>(cause: .entryError, withdrawals: [StreamSeq(4)])
            try await practice.correct(correction, of: family.id, at: family.site.code)
            return true
        },
        Way(name: "by moving it") { practice, family in
            do {
                _ = try await practice.preview(
                    moving: family.ref, at: family.site.code, EpisodeMoveRequest(because: .mistake))
                return true
            } catch let refusal as Refusal {
                // It was found, and runs under the newest versions already.
                return refusal == .notMovable
            }
        },
    ]

    @Test func `no way leads to a family of another therapist, team or site`() async throws {
        try await AccessWorld.with { world in
            let before = try await heads(world)
            let therapist = try await world.account(
                "ab-north", [.init(role: .therapist, site: world.north, team: "elm", staff: "ab")]
            ).practice()
            let supervisor = try await world.account(
                "boss-north", [.init(role: .supervisor, site: world.north, team: "elm", staff: "zz")]
            ).practice()
            let shutToTherapist = world.families.filter { $0.therapist.text != "ab" || $0.site.id != world.north.id }
            let shutToSupervisor = world.families.filter { $0.team.code.text != "elm" || $0.site.id != world.north.id }
            for (practice, families) in [(therapist, shutToTherapist), (supervisor, shutToSupervisor)] {
                for family in families {
                    for way in Self.ways {
                        let got = await got(way, practice, family)
                        // By reference the own site's family of that reference is another one.
                        #expect(!got, "\(way.name): \(family.site.code) \(family.ref)")
                    }
                }
            }
            #expect(try await heads(world) == before)
        }
    }

    @Test func `those who reach a family reach it by the ways that their role has`() async throws {
        try await AccessWorld.with { world in
            let family = try world.family("E-1", of: world.north)
            let therapist = try await world.account(
                "ab-north", [.init(role: .therapist, site: world.north, team: "elm", staff: "ab")]
            ).practice()
            for way in Self.ways.prefix(3) + Self.ways[4...4] {
                let got = try await way.go(therapist, family)
                #expect(got, "\(way.name)")
            }
        }
    }

    private func got(_ way: Way, _ practice: Practice, _ family: AccessWorld.Family) async -> Bool {
        (try? await way.go(practice, family)) ?? false
    }

    /// Where every stream ends: nothing was recorded as long as it stays.
    private func heads(_ world: AccessWorld) async throws -> [String] {
        try await world.asAdministrator { connection in
            try await connection.query(
                "SELECT concat_ws(' ', stream_id, head_seq) FROM record.stream ORDER BY stream_id"
            ).column(0, as: String.self)
        }
    }
}
