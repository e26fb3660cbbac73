import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Testing
import Vault

@testable import Sites

/// A migrated database without a site, and the practice over it.
struct SiteWorld: Sendable {
    let fixtures: FixtureWorld
    let practice: Practice

    static func with<Result: Sendable>(_ body: (SiteWorld) async throws -> Result) async throws -> Result {
        try await FixtureWorld.with { fixtures in
            let practice = Practice(
                application: fixtures.pool, reporting: fixtures.pool, store: fixtures.store, models: fixtures.models,
                clock: fixtures.clock.recordClock
            )
            return try await body(SiteWorld(fixtures: fixtures, practice: practice))
        }
    }

    /// A licence that outlasts every test.
    static let licence =
        "licence: {holder: Invented Trust, from: 2010-01-01, until: 2099-12-31, readinessReview: 2009-11-02}\n"

    /// A file of a site with teams written as `code model startedOn`.
    /// - Parameter isLicensed: whether live episodes may begin.
    func file(
        _ code: String = "NORTH", name: String = "North House", jurisdiction: String = "england", teams: [String] = [],
        isLicensed: Bool = false
    ) throws -> SiteFile {
        var text = "code: \(code)\nname: \(name)\njurisdiction: \(jurisdiction)\ntimeZone: Europe/London\n"
        if isLicensed { text += SiteWorld.licence }
        text += teams.isEmpty ? "teams: []\n" : "teams:\n"
        for team in teams {
            let words = team.split(separator: " ")
            text += "  - {code: \(words[0]), model: \(words[1]), startedOn: \(words[2])}\n"
        }
        return try SiteFile.read(Array(text.utf8), models: fixtures.models)
    }

    @discardableResult
    func apply(_ file: SiteFile, dryRun: Bool = false) async throws -> SitePlan {
        try await practice.apply(file, dryRun: dryRun)
    }

    func site(_ code: String = "NORTH") async throws -> Site? {
        try await practice.sites().first { $0.code.text == code }
    }

    /// Records a referral to a team of the site.
    func refer(to team: String, of site: Site, on day: CivilDate) async throws {
        let found = try #require(TeamCode(team).flatMap { site.team($0) })
        try await license(team, of: site)
        let child = ChildID.random()
        let referral = Referral(child: child, ref: nil, model: found.model, team: found.id)
        try await practice.record(at: site.code) { session in
            let rules = session.rules
            return [
                .record([Engine.Entry(.register(nil), on: day)], to: child, in: ChildStream.self) { _ in NoRules() },
                .record([Engine.Entry(.refer(referral), on: day)], to: .random(), in: EpisodeStream.self) {
                    try rules.next(in: $0, naming: (referral.model, day))
                },
            ]
        }
    }

    /// Gives a team a licence for many years, once.
    func license(_ team: String, of site: Site) async throws {
        guard try await history(of: team, site)?.facts?.licences.isEmpty ?? true else { return }
        let entries = try FixtureWorld.licence(from: FixtureWorld.today.adding(days: -3650))
        try await practice.record(entries, to: try #require(TeamCode(team)), at: site.code)
    }

    /// The history of a team.
    func history(of team: String, _ site: Site) async throws -> History<TeamStream>? {
        let found = try #require(TeamCode(team).flatMap { site.team($0) })
        return try await practice.withSite(site.code, for: .verify, access: .readOnly) { session in
            try await session.store.load(
                found.id, in: TeamStream.self, site: site.id, session.transaction
            )?.history
        }
    }

    func count(_ statement: Statement, of site: Site) async throws -> Int? {
        try await practice.withSite(site.code, for: .verify, access: .readOnly) { session in
            try await session.transaction.query(statement).column(0, as: Int.self).first
        }
    }
}
