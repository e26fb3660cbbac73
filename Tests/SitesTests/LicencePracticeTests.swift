import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing

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
}
