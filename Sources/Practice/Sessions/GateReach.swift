import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// What an account's transaction reaches, and the claims by which it does.
struct GateReach {
    let gate: Gate
    var claims: [Permit.Claim]
    /// The teams whose telephone the person carries today.
    var onCall: Set<TeamID> = []
    /// The episodes that the account opened in an emergency.
    var opened: Set<EpisodeID> = []

    /// Works out what a permit reaches and sets it for the transaction. Claims that come to nothing, because nobody is on
    /// call and nothing was opened, are left out.
    static func enter(_ permit: Permit, _ seat: Asker.Seat, through gate: Gate) async throws -> GateReach {
        var reach = GateReach(gate: gate, claims: permit.claims)
        let onCallStaff = reach.onCallStaff
        if permit.claims.contains(where: { $0.breadth == .opened }) {
            reach.opened = try await GlassBook.open(by: seat.account, at: gate.now, in: gate.transaction)
        }
        let teams =
            try await gate.transaction.query(
                """
                SELECT on_call_teams FROM access.enter(
                    \(seat.account.bound), \(gate.today), \(!permit.ofSite.isEmpty), \(reach.teams.map(\.bound)),
                    \(reach.staff.map(\.text)), \(onCallStaff.map(\.text)), \(reach.opened.map(\.bound)), \([String]()))
                """
            ).column(0, as: [UUIDBytes].self).first ?? []
        reach.onCall = Set(teams.map { TeamID($0) })
        reach.claims = permit.claims.filter { claim in
            switch claim.breadth {
            case .onCall: !reach.onCall.isEmpty
            case .opened: !reach.opened.isEmpty
            default: true
            }
        }
        return reach
    }

    /// Finds what is asked about among what is reached, and settles by which claim and with which kinds of content.
    func admit(_ subject: ActionSubject, _ traits: ActionTraits) async throws -> Admission {
        switch subject {
        case .site: return try await admitted(claims, to: .site, traits)
        case .episode(let ref):
            let found = try await family(GateReach.family(ref, gate.site.id))
            let target = found.first.map { Look.Target.episode($0.episode) } ?? .site
            return try await admit(found, to: target, or: Denial(fault: .unknownEpisode(ref)), traits)
        case .episodeID(let id):
            return try await admit(
                family(GateReach.family(id, gate.site.id)), to: .episode(id),
                or: Denial(fault: .unknownRecord, target: .episode(id)), traits)
        case .child(let id):
            return try await admit(
                family(GateReach.family(id, gate.site.id)), to: .child(id),
                or: Denial(fault: .unknownRecord, target: .child(id)), traits)
        case .named(let naming):
            guard let id = try await child(naming) else { throw RetentionFault.unknownChild(naming) }
            return try await admit(.child(id), traits)
        case .person(let id):
            return try await admit(
                family(GateReach.family(id, gate.site.id)), to: .person(id),
                or: Denial(fault: .unknownRecord, target: .person(id)), traits)
        case .team(let code): return try await admit(team: code, traits)
        case .staff(let code): return try await admitted(claims.filter { $0.staff == code }, to: .site, traits)
        case .account(let id): return try await admitted(claims, to: .account(id), traits)
        }
    }

    /// Lets in by the claims that take in one of the families that were found. Where none does, they are not there.
    private func admit(
        _ found: [Family], to target: Look.Target, or denial: Denial, _ traits: ActionTraits
    ) async throws -> Admission {
        let fitting = claims.filter { claim in found.contains { covers(claim, $0) } }
        guard !fitting.isEmpty else { throw denial }
        return try await admitted(fitting, to: target, traits)
    }

    private func admit(team code: TeamCode?, _ traits: ActionTraits) async throws -> Admission {
        guard let code else { return try await admitted(claims.filter { $0.breadth == .site }, to: .site, traits) }
        guard let team = gate.site.team(code) else {
            throw Denial(fault: .unknownTeam(code, known: gate.site.teams.map(\.code)))
        }
        let fitting = claims.filter { $0.breadth == .site || $0.breadth == .team(team.id) }
        return try await admitted(fitting, to: .team(team.id), traits)
    }

    /// Lets in by the narrowest of the claims. What is looked at together is seen as far as every claim allows.
    private func admitted(
        _ claims: [Permit.Claim], to target: Look.Target, _ traits: ActionTraits
    ) async throws -> Admission {
        guard let claim = claims.first else { throw Denial(fault: .notAllowed(gate.action), target: target) }
        let aspects: Set<Aspect>
        if case .site = target {
            aspects = claims.dropFirst().reduce(claim.aspects) { $0.intersection($1.aspects) }
        } else {
            aspects = claim.aspects
        }
        if !traits.isWhole {
            try await gate.transaction.execute(
                SiteScope.see(GateReach.touched(by: traits, seeing: aspects).map(\.rawValue).sorted()))
        }
        return Admission(
            claim: claim, aspects: aspects, target: target,
            isWholeSite: traits.isWhole || claims.contains { $0.breadth == .site },
            teams: Set(claims.compactMap { if case .team(let team) = $0.breadth { team } else { nil } }))
    }

    /// What kinds of content the rows have that an action touches. What is written is folded from all of the record, and its
    /// reason is sealed among the words; what is given back is advice.
    private static func touched(by traits: ActionTraits, seeing aspects: Set<Aspect>) -> Set<Aspect> {
        guard traits.writes else { return aspects }
        return aspects.union(aspects.contains(.record) ? [.narrative, .scores, .staffMeasures] : [.narrative])
    }
}
