import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites
import Testing
import Vault

/// A site with children, and the use cases over it.
struct PeopleWorld: Sendable {
    let fixtures: FixtureWorld
    let practice: Practice
    let site: FixtureSite

    static func with(_ body: (PeopleWorld) async throws -> Void) async throws {
        try await FixtureWorld.with { fixtures in
            let practice = Practice(
                application: fixtures.pool, reporting: fixtures.pool, store: fixtures.store, models: fixtures.models,
                clock: fixtures.clock.recordClock
            )
            let north = try await configured("north", in: fixtures, practice)
            try await body(PeopleWorld(fixtures: fixtures, practice: practice, site: north))
        }
    }

    /// One more site.
    func another(_ code: String) async throws -> FixtureSite {
        try await PeopleWorld.configured(code, in: fixtures, practice)
    }

    private static func configured(
        _ code: String, in fixtures: FixtureWorld, _ practice: Practice
    ) async throws -> FixtureSite {
        let site = try await fixtures.site(code)
        let started = FixtureWorld.today.adding(days: -3650)
        var text = "code: \(code)\nname: \(code)\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
        for model in fixtures.models.ids {
            text += "- {code: \(code)-\(model), model: \(model), startedOn: \(started)}\n"
        }
        _ = try await practice.apply(try SiteFile.read(Array(text.utf8), models: fixtures.models))
        return site
    }

    /// Registers a child of a reference.
    @discardableResult
    func child(_ ref: String, at site: FixtureSite? = nil) async throws -> ChildRef {
        let ref = try #require(ChildRef(ref))
        let entry = Engine.Entry(ChildCommand.register(ref), on: FixtureWorld.today.adding(days: -30))
        try await practice.record([entry], to: .fresh(), at: (site ?? self.site).code)
        return ref
    }

    /// Records particulars of a child.
    @discardableResult
    func record(_ text: String, of ref: String) async throws -> PersonID {
        try await practice.recordPerson(.child(child(ref)), ParticularsText.read(text), at: site.code)
    }

    /// The names that a search gives, in its order.
    func names(_ text: String) async throws -> [String] {
        try await practice.search(text, at: site.code).hits.map { $0.particulars.name ?? "" }
    }
}
