import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

/// Lets an action in or refuses it, in the transaction that then acts. The rows that the transaction reaches are set here,
/// from the same claims, so that what the gate lets in and what row-level security shows cannot differ.
struct Gate {
    let action: Action
    /// Who asks, as their grants are now; nil for an account that was closed.
    let asker: Asker?
    let site: Site
    let today: CivilDate
    let now: Instant
    let transaction: Transaction

    private var traits: ActionTraits { Policy.traits(of: action) }

    /// That somebody may do the action at the site at all. What it is about was not asked yet, and nothing is reached.
    enum Passage {
        /// The programme or the operator.
        case programme(Permit.Claim)
        /// An account, as its grants are now.
        case account(Permit, Asker.Seat)

        /// By which claim; of several the widest, since nobody asked which of them takes in what it is about.
        var claim: Permit.Claim? {
            switch self {
            case .programme(let claim): claim
            case .account(let permit, _): permit.claims.last
            }
        }
    }

    /// Lets the action in.
    /// - Throws: ``Denial``.
    func admit(_ subject: ActionSubject) async throws -> Admission {
        try await admit(subject, by: try pass(subject))
    }

    /// Lets somebody pass who may do the action at the site at all.
    /// - Throws: ``Denial``.
    func pass(_ subject: ActionSubject) throws -> Passage {
        guard let asker else { throw refusal(nil) }
        guard case .account(let seat) = asker else { return .programme(try claim(of: asker)) }
        let account: AccountID? = if case .account(let id) = subject { id } else { nil }
        guard let permit = Policy.permit(action, to: asker, at: site.id, on: today, about: account) else {
            throw refusal(asker, account.map { .account($0) } ?? .site)
        }
        try checkStepUp(seat)
        return .account(permit, seat)
    }

    /// Lets in whoever passed, if they reach what it is about.
    /// - Throws: ``Denial``.
    func admit(_ subject: ActionSubject, by passage: Passage) async throws -> Admission {
        switch passage {
        case .programme(let claim):
            return Admission(claim: claim, aspects: Aspect.all, target: target(subject), isWholeSite: true)
        case .account(let permit, let seat):
            guard !traits.isWhole else {
                try transaction.postpone(SiteScope.reachAll)
                return try await GateReach(gate: self, claims: permit.claims).admit(subject, traits)
            }
            return try await GateReach.enter(permit, seat, for: subject, through: self)
        }
    }

    /// The look of somebody who is told once more what they were told.
    func looks(by passage: Passage, at target: Look.Target) -> [Look] {
        guard traits.isLooked, let claim = passage.claim else { return [] }
        return [Look(action, at: target, as: claim.relation, coverFor: claim.coverFor)]
    }

    /// The claim of the programme and the operator.
    private func claim(of asker: Asker) throws -> Permit.Claim {
        guard let claim = Policy.permit(action, to: asker, at: site.id, on: today)?.claims.first else {
            throw refusal(nil)
        }
        return claim
    }

    /// What is told of a refusal: that there is no such site, unless the asker works there and knows better.
    private func refusal(_ asker: Asker?, _ target: Look.Target = .site) -> Denial {
        let knows = asker.map { Policy.knows(site.id, $0, on: today) } ?? false
        return Denial(fault: knows ? .notAllowed(action) : .unknownSite(site.code, known: []), target: target)
    }

    /// Refuses what needs the second factor of a moment ago, when it was not given; nobody gives it by token.
    private func checkStepUp(_ seat: Asker.Seat) throws {
        guard traits.needsStepUp, seat.way != .commandLine else { return }
        guard seat.way == .session, SessionLimits.isSteppedUp(since: seat.factorAt, at: now) else {
            throw Denial(fault: .stepUpNeeded(action))
        }
    }

    /// What an action of the programme or the operator is about; they are told of what is missing by the use case.
    private func target(_ subject: ActionSubject) -> Look.Target {
        switch subject {
        case .site, .episode, .named, .staff, .team(nil): .site
        case .episodeID(let id): .episode(id)
        case .child(let id): .child(id)
        case .person(let id): .person(id)
        case .team(let code?): site.team(code).map { .team($0.id) } ?? .site
        case .account(let id): .account(id)
        }
    }
}
