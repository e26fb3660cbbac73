import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import ScratchPostgres
import Testing
import Vault

@testable import Web

/// What a working day is about: people in post, families in treatment and after it.
extension WebWorld {
    /// Puts people in post in the team for MST of the site `north`, which has a licence: the supervisor `s-1` and the
    /// therapists `t-1`, `t-2` and `t-9`.
    func fillPosts() async throws {
        let therapists = [("t-1", "1"), ("t-2", "0.5"), ("t-9", "0.8")]
        try await license(
            staff: ["code: s-1, role: supervisor, fte: 1"]
                + therapists.map { "code: \($0), role: therapist, fte: \($1)" })
    }

    /// An account with a role, working as somebody.
    @discardableResult
    func colleague(_ code: String, _ role: Role) async throws -> AccountID {
        let account = try await account(code, role)
        try await post(account, as: code)
        return account
    }

    /// Records what treatment of a family works at, twenty days ago: a behaviour, what drives it, a goal, and a goal for the
    /// eighth week.
    func treat(_ ref: EpisodeRef) async throws {
        let (behaviour, fit, goal): (FactID, FactID, FactID) = (.fresh(), .fresh(), .fresh())
        let (driver, strength, weekly): (FactID, FactID, FactID) = (.fresh(), .fresh(), .fresh())
        let today = FixtureWorld.today
        func fact(_ id: FactID, _ kind: FactKind, _ text: String, _ fields: [FieldKey: FactValue] = [:]) -> TypedFact {
            var all = fields.mapValues { TypedFact.Value.value($0) }
            all[.text] = .text(text)
            return TypedFact(id: id, kind: kind, fields: all)
        }
        let beginning = TypedFact(
            id: behaviour, kind: .referralBehaviour, about: .index,
            fields: [.text: .text("Fights after school, three days a week")])
        let facts = [
            beginning,
            fact(fit, .fitCircle, "Fights after school", [.kind: .choice("problem"), .behaviour: .link(behaviour)]),
            fact(
                driver, .driver, "Nobody sees him until six",
                [.fit: .link(fit), .system: .choice("family"), .kind: .choice("need"), .prioritised: .answer(.yes)]),
            fact(
                strength, .driver, "The coach of his club asks after him, and he listens to what the coach says",
                [.fit: .link(fit), .system: .choice("peer"), .kind: .choice("strength"), .prioritised: .answer(.no)]),
            fact(goal, .overarchingGoal, "No fights for four weeks", [.behaviour: .link(behaviour)]),
            fact(
                weekly, .intermediaryGoal, "He is home by four",
                [.driver: .link(driver), .goal: .link(goal), .weekOf: .day(today.adding(days: -8))]),
            fact(
                .fresh(), .intervention, "Mother rings the school at three",
                [.goal: .link(weekly), "by": .choice("carer")]),
        ]
        try await record(facts, on: today.adding(days: -20), in: ref)
        try await see(ref)
    }

    /// Records facts with their words, as a supervisor of the site does.
    /// - Parameter key: under which it is done once; nil for the first facts of the family.
    func record(_ facts: [TypedFact], on day: CivilDate, in ref: EpisodeRef, key: String? = nil) async throws {
        let account = try await account("keeper-of-\(ref)\(key ?? "")".lowercased(), .supervisor)
        let session = try await signIn.session(of: try await session(account), at: fixtures.clock.recordClock.now())
        let seat = try #require(session?.seat)
        _ = try await practice.asking(.account(seat)).recordOnce(
            facts, on: day, in: ref, seen: nil, as: KeyedWrite(key: key ?? "facts-of-\(ref)", request: "\(ref)"),
            at: try await north().code)
    }

    /// Records contacts of the last weeks.
    private func see(_ ref: EpisodeRef) async throws {
        let code = try await north().code
        let id = try await practice.episode(ref, at: code).id
        let contacts = [
            (9, ContactMode.homeVisit, ContactParty.family), (6, .telephone, .school), (4, .homeVisit, .carer),
        ]
        try await practice.record(
            contacts.map { days, mode, party in
                Engine.Entry(
                    .recordContact(Contact(id: .fresh(), mode: mode, party: party, minutes: Minutes(50))),
                    on: FixtureWorld.today.adding(days: -days))
            }, to: id, at: code)
    }

    /// Gives the child of a family a telephone.
    func giveNumber(to family: Family) async throws {
        try await practice.recordPerson(
            .person(PersonID(child: family.child)), PersonChange(values: [.telephone: "01632 960001"]),
            at: try await north().code)
    }

    /// A family whose treatment was completed so many days ago.
    func formerFamily(_ episode: String, closed days: Int) async throws {
        let end = FixtureWorld.today.adding(days: -days)
        var entry = FixtureEpisode(
            from: end.adding(days: -120), through: end, reason: .completed,
            outcomes: [.atHome: .yes, .inSchoolOrWork: .no])
        entry.ref = EpisodeRef(episode)
        entry.therapist = StaffCode("t-1")
        try await fixtures.record([entry], on: try await north())
    }

    /// A family that was referred some days ago; with a decision where one is given.
    func referred(_ episode: String, _ verdict: Screening.Verdict? = nil) async throws {
        let day = FixtureWorld.today.adding(days: -12)
        var entry = FixtureEpisode(referredOn: day)
        entry.ref = EpisodeRef(episode)
        entry.decision = verdict.map { ($0, day.adding(days: 5)) }
        try await fixtures.record([entry], on: try await north())
    }
}
