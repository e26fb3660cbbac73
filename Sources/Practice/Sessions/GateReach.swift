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

    /// Works out what a permit reaches, sets it for the transaction, and lets in whoever reaches what it is about. Claims that
    /// come to nothing, because nobody is on call and nothing was opened, are left out. What is asked about is looked for in
    /// the same round trip.
    static func enter(
        _ permit: Permit, _ seat: Asker.Seat, for subject: ActionSubject, through gate: Gate
    ) async throws -> Admission {
        var reach = GateReach(gate: gate, claims: permit.claims)
        let looked = subject.family(at: gate.site.id)
        let results = try await gate.transaction.pipeline([reach.entering(permit, seat)] + (looked.map { [$0] } ?? []))
        let row = results.first?.first
        reach.onCall = Set((try row?.decode(0, as: [UUIDBytes].self) ?? []).map { TeamID($0) })
        reach.opened = Set((try row?.decode(1, as: [UUIDBytes].self) ?? []).map { EpisodeID($0) })
        let (onCall, opened) = (reach.onCall, reach.opened)
        reach.claims = permit.claims.filter { claim in
            switch claim.breadth {
            case .onCall: !onCall.isEmpty
            case .opened: !opened.isEmpty
            default: true
            }
        }
        return try await reach.admit(subject, Policy.traits(of: gate.action), found: looked.map { _ in results[1] })
    }

    /// Sets what is reached, and tells where the account is on call and what it opened in an emergency.
    private func entering(_ permit: Permit, _ seat: Asker.Seat) -> Statement {
        let asksOpened = permit.claims.contains { $0.breadth == .opened }
        return """
            SELECT e.on_call_teams, o.opened
            FROM (
                SELECT CASE WHEN \(asksOpened) THEN ARRAY(
                    SELECT access.open_glass(\(seat.account.bound), \(gate.now))) ELSE '{}'::uuid[] END AS opened
                OFFSET 0
            ) AS o
            CROSS JOIN LATERAL access.enter(
                \(seat.account.bound), \(gate.today), \(!permit.ofSite.isEmpty), \(teams.map(\.bound)),
                \(staff.map(\.text)), \(onCallStaff.map(\.text)), o.opened, \([String]())) AS e
            """
    }

    /// Finds what is asked about among what is reached, and settles by which claim and with which kinds of content.
    /// - Parameter rows: the families that were found already; nil when they are to be looked for.
    func admit(_ subject: ActionSubject, _ traits: ActionTraits, found rows: Rows? = nil) async throws -> Admission {
        switch subject {
        case .site: return try admitted(claims, to: .site, traits)
        case .episode(let ref):
            let found = try await families(of: subject, rows)
            let target = found.first.map { Look.Target.episode($0.episode) } ?? .site
            var admission = try admit(found, to: target, or: Denial(fault: .unknownEpisode(ref)), traits)
            admission.named = found.first.map { [ref: $0.episode] } ?? [:]
            return admission
        case .episodeID(let id):
            return try admit(
                await families(of: subject, rows), to: .episode(id),
                or: Denial(fault: .unknownRecord, target: .episode(id)), traits)
        case .child(let id):
            return try admit(
                await families(of: subject, rows), to: .child(id),
                or: Denial(fault: .unknownRecord, target: .child(id)), traits)
        case .named(let naming):
            guard let id = try await child(naming) else { throw RetentionFault.unknownChild(naming) }
            return try await admit(.child(id), traits)
        case .person(let id):
            return try admit(
                await families(of: subject, rows), to: .person(id),
                or: Denial(fault: .unknownRecord, target: .person(id)), traits)
        case .team(let code): return try admit(team: code, traits)
        case .staff(let code): return try admitted(claims.filter { $0.staff == code }, to: .site, traits)
        case .account(let id): return try admitted(claims, to: .account(id), traits)
        }
    }

    /// Lets in by the claims that take in one of the families that were found. Where none does, they are not there.
    private func admit(
        _ found: [Family], to target: Look.Target, or denial: Denial, _ traits: ActionTraits
    ) throws -> Admission {
        let fitting = claims.filter { claim in found.contains { covers(claim, $0) } }
        guard !fitting.isEmpty else { throw denial }
        return try admitted(fitting, to: target, traits)
    }

    private func admit(team code: TeamCode?, _ traits: ActionTraits) throws -> Admission {
        guard let code else { return try admitted(claims.filter { $0.breadth == .site }, to: .site, traits) }
        guard let team = gate.site.team(code) else {
            throw Denial(fault: .unknownTeam(code, known: gate.site.teams.map(\.code)))
        }
        let fitting = claims.filter { $0.breadth == .site || $0.breadth == .team(team.id) }
        return try admitted(fitting, to: .team(team.id), traits)
    }

    /// Lets in by the narrowest of the claims. What is looked at together is seen as far as every claim allows.
    private func admitted(
        _ claims: [Permit.Claim], to target: Look.Target, _ traits: ActionTraits
    ) throws -> Admission {
        guard let claim = claims.first else { throw Denial(fault: .notAllowed(gate.action), target: target) }
        let aspects: Set<Aspect>
        if case .site = target {
            aspects = claims.dropFirst().reduce(claim.aspects) { $0.intersection($1.aspects) }
        } else {
            aspects = claim.aspects
        }
        if !traits.isWhole {
            try gate.transaction.postpone(
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
