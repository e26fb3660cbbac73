import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension GateReach {
    /// An episode that is reached, with who has it or had it last.
    struct Family {
        let episode: EpisodeID
        let team: TeamID
        let therapist: StaffCode?
    }

    /// The members of staff whose families are claimed.
    var staff: [StaffCode] {
        claims.compactMap { if case .staff(let code) = $0.breadth { code } else { nil } }
    }

    /// The teams that are claimed.
    var teams: [TeamID] {
        claims.compactMap { if case .team(let id) = $0.breadth { id } else { nil } }
    }

    /// The members of staff whose on-call days are claimed.
    var onCallStaff: [StaffCode] {
        claims.compactMap { if case .onCall(let code) = $0.breadth { code } else { nil } }
    }

    /// Whether a claim takes in a family that is reached.
    func covers(_ claim: Permit.Claim, _ family: Family) -> Bool {
        switch claim.breadth {
        case .site: true
        case .team(let team): team == family.team
        case .staff(let code): code == family.therapist
        case .onCall: onCall.contains(family.team)
        case .opened: opened.contains(family.episode)
        case .nobody: false
        }
    }

    /// What row-level security lets through of the families that something is about.
    /// - Parameter rows: what was read of them already.
    func families(of subject: ActionSubject, _ rows: Rows?) async throws -> [Family] {
        if let rows { return try families(rows) }
        guard let question = subject.family(at: gate.site.id) else { return [] }
        return try families(try await gate.transaction.query(question))
    }

    private func families(_ rows: Rows) throws -> [Family] {
        try rows.map { row in
            let (episode, team, therapist) = try row.decode(UUIDBytes.self, UUIDBytes.self, String?.self)
            return Family(
                episode: EpisodeID(episode), team: TeamID(team), therapist: therapist.flatMap { StaffCode($0) })
        }
    }

    /// The child of a name among those that are reached; nil when there is none.
    func child(_ naming: ChildNaming) async throws -> ChildID? {
        switch naming {
        case .id(let id): id
        case .ref(let ref):
            try await gate.transaction.query(
                "SELECT child_id FROM record.child WHERE site_id = \(gate.site.id.number) AND ref = \(ref.text)"
            ).column(0, as: UUIDBytes.self).first.map { ChildID($0) }
        }
    }

    fileprivate static func family(_ ref: EpisodeRef, _ site: SiteID) -> Statement {
        """
        SELECT episode_id, team_id, therapist FROM record.episode
        WHERE site_id = \(site.number) AND ref = \(ref.text)
        """
    }

    fileprivate static func family(_ id: EpisodeID, _ site: SiteID) -> Statement {
        """
        SELECT episode_id, team_id, therapist FROM record.episode
        WHERE site_id = \(site.number) AND episode_id = \(id.bound)
        """
    }

    fileprivate static func family(_ id: ChildID, _ site: SiteID) -> Statement {
        """
        SELECT episode_id, team_id, therapist FROM record.episode
        WHERE site_id = \(site.number) AND child_id = \(id.bound)
        """
    }

    /// A person is the child of an episode or takes part in it.
    fileprivate static func family(_ id: PersonID, _ site: SiteID) -> Statement {
        """
        SELECT e.episode_id, e.team_id, e.therapist FROM record.episode AS e
        WHERE e.site_id = \(site.number) AND (e.child_id = \(id.bound) OR EXISTS (
            SELECT FROM record.participant AS p
            WHERE p.site_id = e.site_id AND p.episode_id = e.episode_id AND p.participant_id = \(id.bound)))
        """
    }
}

extension ActionSubject {
    /// Asks for the families that it is about; nil for what is about none.
    func family(at site: SiteID) -> Statement? {
        switch self {
        case .episode(let ref): GateReach.family(ref, site)
        case .episodeID(let id): GateReach.family(id, site)
        case .child(let id): GateReach.family(id, site)
        case .person(let id): GateReach.family(id, site)
        default: nil
        }
    }
}
