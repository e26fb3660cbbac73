import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Sites
import Testing

/// The walk over every action that there is: each role at each object, expected from the table of the policy and from
/// how the account stands to the object, and real through the gate and row-level security.
@Suite struct GateWalkTests {
    /// How ab of elm in NORTH stands to a family: what a plain reading of the words says.
    private static func holds(_ relation: Relation, to family: AccessWorld.Family, in world: AccessWorld) -> Bool {
        guard family.site.id == world.north.id else { return false }
        return switch relation {
        case .ownEpisode: family.therapist.text == "ab"
        case .ownTeam: family.team.code.text == "elm"
        case .ownSite: true
        case .onCall, .brokeGlass, .network, .themselves, .programme: false
        }
    }

    private static func isLetIn(
        _ practice: Practice, _ action: Action, _ subject: ActionSubject, at site: Site
    ) async throws -> Bool {
        do {
            try await practice.withSite(site.code, for: action, at: subject, access: .readOnly) { _ in }
            return true
        } catch is PracticeFault {
            return false
        }
    }

    private static func account(_ role: Role, _ code: String, in world: AccessWorld) async throws -> Account {
        let site = role.isOfNetwork ? nil : world.north
        return try await world.account(
            code, [.init(role: role, site: site, team: site == nil ? nil : "elm", staff: site == nil ? nil : "ab")])
    }

    @Test(arguments: Role.allCases)
    func `each action is let in at each family, team and site as the policy says`(role: Role) async throws {
        try await AccessWorld.with { world in
            let practice = try await Self.account(role, "walker", in: world).practice(by: .commandLine)
            var probes = 0
            for action in Action.allCases {
                let rules = Policy.rules(of: action).filter { $0.role == role && !role.isOfNetwork }
                for family in world.families {
                    let wanted = rules.contains { Self.holds($0.relation, to: family, in: world) }
                    let subjects: [ActionSubject] = [
                        .episode(family.ref), .episodeID(family.id), .child(family.child),
                        .person(PersonID(high: family.child.high, low: family.child.low)),
                    ]
                    for subject in subjects {
                        // Both sites have the same references: by reference it is the own site's that is meant.
                        let real = try await Self.isLetIn(practice, action, subject, at: family.site)
                        #expect(real == wanted, "\(action.rawValue) \(family.site.code) \(family.ref) \(subject)")
                        probes += 1
                    }
                }
                for site in [world.north, world.south] {
                    let isOwn = site.id == world.north.id
                    let whole = try await Self.isLetIn(practice, action, .site, at: site)
                    let reaching = rules.contains { ![.onCall, .brokeGlass, .network].contains($0.relation) }
                    #expect(whole == (isOwn && reaching), "\(action.rawValue) \(site.code)")
                    for team in site.teams {
                        let wanted =
                            isOwn
                            && rules.contains {
                                $0.relation == .ownSite || $0.relation == .ownTeam && team.code.text == "elm"
                            }
                        let real = try await Self.isLetIn(practice, action, .team(team.code), at: site)
                        #expect(real == wanted, "\(action.rawValue) \(site.code) \(team.code)")
                        probes += 1
                    }
                }
            }
            print("\(role.rawValue): \(probes) probes at the gate")
            // Nine roles: with those of who is barred, over 14,000.
            #expect(probes >= 1_500)
        }
    }

    @Test(arguments: Role.allCases.filter { !$0.isOfNetwork })
    func `who is barred from a family is let in to nothing of it`(role: Role) async throws {
        try await AccessWorld.with { world in
            let account = try await Self.account(role, "barred", in: world)
            let family = try world.family("E-1", of: world.north)
            try await world.bar(account.id, from: family)
            let practice = try await account.practice(by: .commandLine)
            for action in Action.allCases where !Policy.traits(of: action).isWhole {
                for subject in [ActionSubject.episode(family.ref), .episodeID(family.id), .child(family.child)] {
                    let real = try await Self.isLetIn(practice, action, subject, at: world.north)
                    #expect(!real, "\(action.rawValue) \(subject)")
                }
            }
        }
    }

    @Test func `each thing asked is written down once, allowed or refused`() async throws {
        try await AccessWorld.with { world in
            let account = try await Self.account(.therapist, "ab-north", in: world)
            let practice = try await account.practice()
            let (own, foreign) = (try world.family("E-1", of: world.north), try world.family("E-3", of: world.north))
            _ = try await practice.episode(own.ref, at: world.north.code)
            _ = try? await practice.episode(foreign.ref, at: world.north.code)
            _ = try? await practice.show(world.south.code)
            let looks = try await world.asAdministrator { connection in
                try await connection.query(
                    """
                    SELECT concat_ws(' ', site_id, action, relation, target, target_id, outcome) FROM access.look
                    WHERE actor = 'ab-north' ORDER BY arrival
                    """
                ).column(0, as: String.self)
            }
            let id = UUIDBytes(own.id)
            #expect(
                looks == [
                    "\(world.north.id.number) episode.show own-episode episode \(id) allowed",
                    "\(world.north.id.number) episode.show own-site episode \(UUIDBytes(foreign.id)) refused",
                    "\(world.south.id.number) site.show own-site site refused",
                ])
        }
    }
}
