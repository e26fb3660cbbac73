import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Reporting
import Sites
import Testing

/// Targets that a site sets for itself.
@Suite struct TargetSettingsTests {
    private let today = FixtureWorld.today

    private func apply(
        _ entries: [(value: String, from: CivilDate)], _ world: FixtureWorld, _ site: FixtureSite, _ practice: Practice
    ) async throws {
        let started = today.adding(days: -3650)
        let code = site.code
        var text = "code: \(code)\nname: \(code)\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
        for model in world.models.ids { text += "- {code: \(code)-\(model), model: \(model), startedOn: \(started)}\n" }
        text += "settings:\n"
        for (value, from) in entries {
            for key in ["target-at-home", "adherence-threshold"] {
                text += "- {model: mst, key: \(key), value: \(value), from: \(from), reason: tried}\n"
            }
        }
        let file = try SiteFile.read(Array(text.utf8), models: world.models)
        _ = try await practice.apply(file)
    }

    private func report(
        _ practice: Practice, _ sites: ReportScope.Sites, through day: CivilDate, knownAt: Instant? = nil
    ) async throws -> IndicatorTable {
        try await practice.indicators(
            of: try ReportScope(sites: sites, models: .one("mst")), from: day.adding(days: -364), through: day,
            knownAt: knownAt)
    }

    private func target(_ table: IndicatorTable) throws -> String {
        try IndicatorPracticeTests.row(.atHome, table).targetWords
    }

    private func family(closedOn end: CivilDate) throws -> FixtureEpisode {
        var episode = FixtureEpisode(from: end.adding(days: -120), through: end, outcomes: [.atHome: .yes])
        episode.interviews = [(end.adding(days: -100), try #require(AdherenceScore(decimal: "0.65")))]
        return episode
    }

    @Test func `last year's report is the same bytes after a threshold and a target were changed`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            try await world.record([try family(closedOn: today.adding(days: -40))], on: site)
            let last = today.adding(days: -20)
            func bytes() async throws -> [String] {
                let table = try await report(practice, .one(site.code), through: last)
                return [table.text(), table.json(), table.csv()]
            }
            let before = try await bytes()
            try await apply([("0.8", today)], world, site, practice)
            #expect(try await bytes() == before)
            #expect(try await target(report(practice, .one(site.code), through: today)) == "at least 80%")
        }
    }

    @Test func `a site's report compares with its own target of the last day, a network's with the model's`()
        async throws
    {
        try await IndicatorPracticeTests.with { world, site, practice in
            let change = today.adding(days: -50)
            let unset = world.clock.shown
            try await apply([("0.8", change)], world, site, practice)
            #expect(try await target(report(practice, .one(site.code), through: change)) == "at least 80%")
            #expect(
                try await target(report(practice, .one(site.code), through: change.adding(days: -1))) == "at least 90%")
            #expect(try await target(report(practice, .all, through: today)) == "at least 90%")
            #expect(
                try await target(report(practice, .one(site.code), through: today, knownAt: unset)) == "at least 90%")
        }
    }
}
