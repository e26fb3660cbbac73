import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing
import Vault

@testable import Sites

@Suite struct LicencePracticeTests {
    private let today = FixtureWorld.today

    private func withTeam(_ body: (SiteWorld, Site, TeamCode) async throws -> Void) async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2020-04-01"]))
            try await body(world, try #require(try await world.site()), try #require(TeamCode("A")))
        }
    }

    /// Refers a family today; the referral is the operator's, not a fixture's.
    private func refer(_ world: SiteWorld, _ site: Site, on day: CivilDate) async throws -> EpisodeID {
        let team = try #require(site.teams.first)
        let child = ChildID.random()
        let episode = EpisodeID.random()
        try await world.practice.record([Engine.Entry(.register(nil), on: day)], to: child, at: site.code)
        let referral = Referral(child: child, ref: nil, model: team.model, team: team.id)
        try await world.practice.record([Engine.Entry(.refer(referral), on: day)], to: episode, at: site.code)
        return episode
    }

    private func term(_ from: Int, _ through: Int) throws -> LicenceTerm {
        try #require(LicenceTerm(from: today.adding(days: from), through: today.adding(days: through)))
    }

    @Test func `no episode begins without a licence, before the review, or once the licence ended`() async throws {
        try await withTeam { world, site, team in
            await #expect(throws: Refusal.notLicensed(.noLicence, on: today)) {
                try await refer(world, site, on: today)
            }
            let granted = today.adding(days: -200)
            try await world.practice.record(
                [Engine.Entry(.grantLicence(try term(-200, -1)), on: granted)], to: team, at: site.code)
            let early = today.adding(days: -100)
            await #expect(throws: Refusal.notLicensed(.beforeReadinessReview(nil), on: early)) {
                try await refer(world, site, on: early)
            }
            try await world.practice.record(
                [Engine.Entry(.reachStage(.readinessReview), on: granted)], to: team, at: site.code)
            _ = try await refer(world, site, on: early)
            let ended = Refusal.notLicensed(.licenceExpired(today.adding(days: -1)), on: today)
            #expect(
                ended.description
                    == "no new episode can begin on \(today): the team's licence ended on \(today.adding(days: -1)); "
                    + "it could until \(today.adding(days: -1)), and can again once it is renewed")
            await #expect(throws: ended) { try await refer(world, site, on: today) }
            try await world.practice.record(
                [Engine.Entry(.renewLicence(try term(0, 365)), on: today)], to: team, at: site.code)
            _ = try await refer(world, site, on: today)
        }
    }

    @Test func `an open episode goes on under an expired licence, with the alert`() async throws {
        try await withTeam { world, site, team in
            let start = today.adding(days: -100)
            try await world.practice.record(
                [
                    Engine.Entry(.reachStage(.readinessReview), on: start),
                    Engine.Entry(.grantLicence(try term(-100, -10)), on: start),
                ], to: team, at: site.code)
            let episode = try await refer(world, site, on: start)
            let contact = Contact(id: .random(), mode: .homeVisit, party: .family)
            try await world.practice.record(
                [
                    Engine.Entry(.screen(Screening(.accepted)), on: today.adding(days: -9)),
                    Engine.Entry(.startTreatment, on: today.adding(days: -8)),
                    Engine.Entry(.recordContact(contact), on: today.adding(days: -8)),
                ], to: episode, at: site.code)
            let duties = try await world.practice.duties(at: site.code)
            #expect(duties.teams.first?.alerts.map(\.code).contains(.licenceExpired) == true)
        }
    }

    @Test func `a correction that brings a family to another team or day needs the licence that a referral needs`()
        async throws
    {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2020-04-01", "B mst 2020-04-01"]))
            let site = try #require(try await world.site())
            let team = try #require(TeamCode("A"))
            let unlicensed = try #require(TeamCode("B").flatMap { site.team($0) })
            let start = today.adding(days: -100)
            try await world.practice.record(
                [
                    Engine.Entry(.reachStage(.readinessReview), on: start),
                    Engine.Entry(.grantLicence(try term(-100, -10)), on: start),
                ], to: team, at: site.code)
            let episode = try await refer(world, site, on: start)
            let licensed = try #require(site.team(team))
            try await world.practice.record(
                [
                    Engine.Entry(.screen(Screening(.accepted)), on: start.adding(days: 2)),
                    Engine.Entry(
                        .allocate(Allocation(team: licensed.id, therapist: nil)), on: start.adding(days: 3)),
                ], to: episode, at: site.code)
            let child = ChildID.random()
            try await world.practice.record([Engine.Entry(.register(nil), on: start)], to: child, at: site.code)

            func amend(_ team: Site.Team, on day: CivilDate) async throws -> [Advisory] {
                let referral = Referral(child: child, ref: nil, model: team.model, team: team.id)
                return try await world.practice.correct(
                    Correction(
                        cause: .entryError,
                        replacements: [.init(StreamSeq(1), with: .refer(referral), on: day)]),
                    of: episode, at: site.code)
            }
            func obstacles(_ correct: () async throws -> [Advisory]) async throws -> [Refusal] {
                do { _ = try await correct() } catch Refusal.noLongerFits(let misfits) { return misfits.map(\.because) }
                return []
            }
            #expect(
                try await obstacles { try await amend(unlicensed, on: start) }
                    == [.notLicensed(.noLicence, on: start)])
            let before = start.adding(days: -1)
            #expect(
                try await obstacles { try await amend(licensed, on: before) }
                    == [.notLicensed(.licenceBegins(start), on: before)])
            #expect(
                try await obstacles {
                    let allocation = Allocation(team: unlicensed.id, therapist: nil)
                    return try await world.practice.correct(
                        Correction(
                            cause: .entryError,
                            replacements: [
                                .init(StreamSeq(3), with: .allocate(allocation), on: start.adding(days: 3))
                            ]),
                        of: episode, at: site.code)
                } == [.notLicensed(.noLicence, on: start.adding(days: 3))])
            // Whose child it is was never asked of the licence; what stood is not judged again.
            #expect(try await amend(licensed, on: start) == [])
        }
    }
}
