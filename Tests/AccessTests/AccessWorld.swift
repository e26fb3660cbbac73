import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import ScratchPostgres
import Sites
import Testing

/// Two sites that call their teams, staff, families and references alike, so that only who asks tells them apart.
struct AccessWorld: Sendable {
    /// A family of one of the sites.
    struct Family: Sendable {
        let site: Site
        let team: Site.Team
        let therapist: StaffCode
        let ref: EpisodeRef
        let id: EpisodeID
        let child: ChildID
        /// The site's reference of the child, the same at both sites.
        let childRef: ChildRef
        /// The child's NHS number, where it is recorded.
        var number = ""
        /// Another account of the site, that something is done to.
        var colleague: AccountCode?
        /// The site as nights and files know it.
        var place: Place?
    }

    /// A site as nights know it, and its file.
    struct Place: Sendable {
        let night: NightSite
        let file: SiteFile
    }

    let fixtures: FixtureWorld
    /// As the operator asks.
    let practice: Practice
    let north: Site
    let south: Site
    let families: [Family]

    /// The day on which episodes began; tests ask on ``FixtureWorld/today``.
    static let referred = FixtureWorld.today.adding(days: -60)

    static func with(_ body: (AccessWorld) async throws -> Void) async throws {
        try await FixtureWorld.with { fixtures in
            let practice = Practice(
                application: fixtures.pool, reporting: fixtures.pool, store: fixtures.store, models: fixtures.models,
                clock: fixtures.clock.recordClock)
            var sites: [Site] = []
            var families: [Family] = []
            for code in ["NORTH", "SOUTH"] {
                let file = try SiteFile.read(Array(document(code).utf8), models: fixtures.models)
                _ = try await practice.apply(file)
                let site = try #require(try await practice.sites().first { $0.code.text == code })
                families += try await makeFamilies(of: site, practice)
                sites.append(site)
            }
            try await body(
                AccessWorld(
                    fixtures: fixtures, practice: practice, north: sites[0], south: sites[1], families: families))
        }
    }

    static func document(_ code: String) -> String {
        """
        code: \(code)
        name: \(code)
        jurisdiction: england
        timeZone: Europe/London
        licence: {holder: Invented Trust, from: 2010-01-01, until: 2099-12-31, readinessReview: 2009-11-02}
        teams:
          - {code: elm, model: mst, startedOn: 2020-01-06}
          - {code: oak, model: mst, startedOn: 2020-01-06}

        """
    }

    /// Two families of elm, with ab and cd; one of oak, with ef; and one of ab that is closed.
    private static func makeFamilies(of site: Site, _ practice: Practice) async throws -> [Family] {
        var families: [Family] = []
        for (ref, team, staff, isClosed) in [
            ("E-1", "elm", "ab", false), ("E-2", "elm", "cd", false), ("E-3", "oak", "ef", false),
            ("E-4", "elm", "ab", true),
        ] {
            let family = Family(
                site: site, team: try #require(TeamCode(team).flatMap { site.team($0) }),
                therapist: try #require(StaffCode(staff)), ref: try #require(EpisodeRef(ref)), id: .fresh(),
                child: .fresh(), childRef: try #require(ChildRef(ref.replacing("E", with: "C"))))
            try await record(family, isClosed: isClosed, practice)
            families.append(family)
        }
        return families
    }

    private static func record(_ family: Family, isClosed: Bool, _ practice: Practice) async throws {
        let day = referred
        let referral = Referral(
            child: family.child, ref: family.ref, model: family.team.model, team: family.team.id)
        var entries = [
            Engine.Entry(EpisodeCommand.refer(referral), on: day),
            Engine.Entry(.screen(Screening(.accepted)), on: day),
            Engine.Entry(.allocate(Allocation(team: family.team.id, therapist: family.therapist)), on: day),
            Engine.Entry(.startTreatment, on: day),
        ]
        if isClosed {
            entries.append(Engine.Entry(.close(Closing(reason: "completed", outcomes: [:])), on: day.adding(days: 30)))
        }
        let told = entries
        try await practice.record(at: family.site.code) { session in
            let rules = session.rules
            return [
                .record([Engine.Entry(.register(family.childRef), on: day)], to: family.child, in: ChildStream.self) {
                    _ in
                    NoRules()
                },
                .record(told, to: family.id, in: EpisodeStream.self) {
                    try rules.next(in: $0, naming: (family.team.model, day))
                },
            ]
        }
    }

    /// A family of a site by its reference.
    func family(_ ref: String, of site: Site) throws -> Family {
        try #require(families.first { $0.site.id == site.id && $0.ref.text == ref })
    }
}
