import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Sites
import Testing
import Vault

/// One way to do an action: a use case, or the gate as another use case asks it.
struct AccessPath: Sendable {
    /// What of a site it is about.
    enum Reach: Sendable {
        /// A family. Each such action is also asked for at the gate by reference, by id, by child and by person.
        case family
        /// A family that a role sees only with its identity.
        case person
        /// A team.
        case team
        /// The site, or what the asker reaches of it.
        case site
    }

    /// Who asks, with what.
    struct Walker: Sendable {
        let practice: Practice
        let accounts: AccountWork
    }

    let name: String
    let reach: Reach
    /// Goes it. False when it gives nothing; what it throws is judged by ``isRefusal(_:)``.
    let go: @Sendable (Walker, AccessWorld.Family) async throws -> Bool

    init(
        _ name: String, _ reach: Reach = .site,
        _ go: @escaping @Sendable (Walker, AccessWorld.Family) async throws -> Bool
    ) {
        self.name = name
        self.reach = reach
        self.go = go
    }

    /// A way that gives what it gives, or throws.
    static func doing<Result>(
        _ name: String, _ reach: Reach = .site,
        _ go: @escaping @Sendable (Walker, AccessWorld.Family) async throws -> Result
    ) -> AccessPath {
        AccessPath(name, reach) { walker, family in
            _ = try await go(walker, family)
            return true
        }
    }

    /// Whether a fault is the gate's, or of something that is not there; what the domain says came after it.
    static func isRefusal(_ error: any Error) -> Bool {
        switch error {
        case let fault as PracticeFault:
            switch fault {
            case .unknownSite, .unknownTeam, .unknownEpisode, .unknownRecord, .unknownAccount, .notAllowed,
                .stepUpNeeded:
                true
            default: false
            }
        case let fault as PeopleFault:
            switch fault {
            case .unknownChild, .unknownPerson: true
            default: false
            }
        case RetentionFault.unknownChild, AccountWorkFault.unknownAccount: true
        default: false
        }
    }

    /// What came of it: nil for whoever was let in, or what they were told.
    func face(_ walker: Walker, _ family: AccessWorld.Family) async -> String? {
        do {
            return try await go(walker, family) ? nil : "nothing"
        } catch  where Self.isRefusal(error) {
            return Self.plain("\(error)", of: family)
        } catch {
            return nil
        }
    }

    /// What was told, without what the asker named themselves.
    private static func plain(_ text: String, of family: AccessWorld.Family) -> String {
        [
            family.ref.text, family.childRef.text, "\(family.id)", "\(family.child)",
            family.colleague?.text ?? "", family.site.code.text,
        ].filter { !$0.isEmpty }.reduce(text) { $0.replacing($1, with: "_") }
    }
}

extension AccessPath {
    /// The gate, asked for a family in each way in which one can be named.
    static func gates(of action: Action) -> [AccessPath] {
        let subjects: [(String, @Sendable (AccessWorld.Family) -> ActionSubject)] = [
            ("reference", { .episode($0.ref) }), ("id", { .episodeID($0.id) }), ("child", { .child($0.child) }),
            ("person", { .person(PersonID(child: $0.child)) }),
        ]
        return subjects.map { name, subject in
            .doing("at the gate by \(name)", .family) { walker, family in
                try await walker.practice.withSite(
                    family.site.code, for: action, at: subject(family), access: .readOnly
                ) { _ in }
            }
        }
    }
}
