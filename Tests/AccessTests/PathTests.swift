import Accounts
import EpisodeFixtures
import Intervention
import Practice
import Sites
import Testing

/// Every way to do an action gives the answer that the table of the policy gives: what one refuses all refuse, and nobody
/// who is refused can tell what is not theirs from what there is not.
@Suite struct PathTests {
    /// How ab of elm in NORTH stands to a family.
    private static func holds(_ relation: Relation, to family: AccessWorld.Family, in world: AccessWorld) -> Bool {
        guard family.site.id == world.north.id else { return false }
        return switch relation {
        case .ownEpisode: family.therapist.text == "ab"
        case .ownTeam: family.team.code.text == "elm"
        case .ownSite: true
        case .onCall, .brokeGlass, .network, .themselves, .programme: false
        }
    }

    /// Whether a role is let in by a way to what it is about, from a plain reading of the table.
    private static func isWanted(
        _ path: AccessPath, _ action: Action, _ role: Role, at family: AccessWorld.Family, in world: AccessWorld
    ) -> Bool {
        let rules = Policy.rules(of: action).filter { $0.role == role }
        if Policy.traits(of: action).isOfNetwork { return rules.contains { $0.relation == .network } }
        let isOwn = family.site.id == world.north.id
        return switch path.reach {
        case .family: rules.contains { holds($0.relation, to: family, in: world) }
        case .person: rules.contains { $0.aspects.contains(.identity) && holds($0.relation, to: family, in: world) }
        case .team:
            isOwn
                && rules.contains {
                    $0.relation == .ownSite || $0.relation == .ownTeam && family.team.code.text == "elm"
                }
        case .site: isOwn && rules.contains { ![.onCall, .brokeGlass, .network].contains($0.relation) }
        }
    }

    private static func account(_ role: Role, _ code: String, in world: AccessWorld) async throws -> Account {
        let site = role.isOfNetwork ? nil : world.north
        return try await world.account(
            code, [.init(role: role, site: site, team: site == nil ? nil : "elm", staff: site == nil ? nil : "ab")])
    }

    @Test(arguments: Role.allCases)
    func `every way to do an action gives the same answer`(role: Role) async throws {
        try await AccessWorld.with { world in
            let families = try await world.furnished()
            let walker = world.walker(try await Self.account(role, "walker", in: world))
            let asked = families.filter { $0.site.id == world.north.id || $0.ref.text == "E-1" }
            var (probes, entries) = (0, 0)
            for action in Action.allCases {
                for path in AccessPath.all(of: action) {
                    for family in asked {
                        let wanted = Self.isWanted(path, action, role, at: family, in: world)
                        // What is closed owes nothing, so no list of what is owed has it, and nobody on call.
                        if [.showDuties, .showOnCall, .showInterviewsDue, .reallocate].contains(action),
                            path.reach == .family,
                            family.ref.text == "E-4", wanted, path.name.hasPrefix("at the gate") == false
                        {
                            continue
                        }
                        let face = await path.face(walker, family)
                        #expect(
                            (face == nil) == wanted, "\(action.rawValue) \(path.name) \(family.ref): \(face ?? "got")")
                        (probes, entries) = (probes + 1, entries + (face == nil ? 1 : 0))
                        // Who reaches a family without its identity knows that it is there.
                        let isReached =
                            path.reach == .person
                            && Policy.rules(of: action).contains {
                                $0.role == role && Self.holds($0.relation, to: family, in: world)
                            }
                        guard let face, family.site.id == world.north.id, !isReached else { continue }
                        let nobody = await path.face(walker, try AccessWorld.nobody(like: family, for: path))
                        #expect(face == nobody, "\(action.rawValue) \(path.name) \(family.ref)")
                    }
                }
            }
            print("\(role.rawValue): \(probes) ways tried, \(entries) let in")
            #expect(probes >= 500)
        }
    }

    @Test(arguments: Role.allCases.filter { !$0.isOfNetwork })
    func `no way leads to a family that somebody is barred from`(role: Role) async throws {
        try await AccessWorld.with { world in
            let family = try #require(try await world.furnished().first)
            let account = try await Self.account(role, "barred", in: world)
            try await world.bar(account.id, from: family)
            let walker = world.walker(account)
            for action in Action.allCases where !Policy.traits(of: action).isWhole {
                for path in AccessPath.all(of: action) where path.reach == .family || path.reach == .person {
                    let face = await path.face(walker, family)
                    #expect(face != nil, "\(action.rawValue) \(path.name)")
                    let nobody = await path.face(walker, try AccessWorld.nobody(like: family, for: path))
                    #expect(face == nobody, "\(action.rawValue) \(path.name)")
                }
            }
        }
    }
}
