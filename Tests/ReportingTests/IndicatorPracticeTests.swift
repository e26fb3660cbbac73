import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import Reporting
import ScratchPostgres
import Sites
import Testing

/// The table from recorded episodes: command, record, facts, report.
@Suite struct IndicatorPracticeTests {
    /// A world with one site, and the practice over it.
    static func with<Result: Sendable>(
        connections: Int = 4, _ body: (FixtureWorld, FixtureSite, Practice) async throws -> Result
    ) async throws -> Result {
        try await FixtureWorld.with(connections: connections) { world in
            try await world.database.withPool(.reporting) { reporting in
                let practice = Practice(
                    application: world.pool, reporting: reporting, store: world.store, models: world.models,
                    clock: world.clock.recordClock
                )
                let site = try await site("north", in: world, practice)
                return try await body(world, site, practice)
            }
        }
    }

    /// A site of the fixtures with a file of its own.
    static func site(
        _ code: String, of nation: Jurisdiction = .england, in world: FixtureWorld, _ practice: Practice
    ) async throws -> FixtureSite {
        let site = try await world.site(code)
        let started = FixtureWorld.today.adding(days: -3650)
        var text = "code: \(code)\nname: \(code)\njurisdiction: \(nation.rawValue)\ntimeZone: Europe/London\nteams:\n"
        for model in world.models.ids { text += "- {code: \(code)-\(model), model: \(model), startedOn: \(started)}\n" }
        _ = try await practice.apply(try SiteFile.read(Array(text.utf8), models: world.models))
        return site
    }

    static func table(
        _ practice: Practice, _ sites: ReportScope.Sites, team: String? = nil, models: ReportScope.Models = .one("mst"),
        knownAt: Instant? = nil
    ) async throws -> IndicatorTable {
        let scope = try ReportScope(sites: sites, team: team.flatMap { TeamCode($0) }, models: models)
        // Twelve whole months: all sites together are reported by no others.
        let from = FixtureWorld.today.civilMonth.adding(months: -11).firstDay
        return try await practice.indicators(of: scope, from: from, through: FixtureWorld.today, knownAt: knownAt)
    }

    static func row(_ indicator: Indicator, _ table: IndicatorTable) throws -> IndicatorRow {
        try #require(table.sections.first?.rows.first { $0.indicator == indicator })
    }

    /// The episodes of the published year: 445 with the opportunity for a full course, and so many others.
    static func publishedYear(others: Int = 0) -> [FixtureEpisode] {
        let end = FixtureWorld.today.adding(days: -10)
        return (0..<(445 + others)).map { position in
            let reason: ClosureReasonID =
                switch position {
                case ..<363: "completed"
                case ..<380: "lack-of-engagement"
                case ..<445: "placed"
                default: ["moved", "funder-withdrew", "placed-prior-event"][position % 3]
                }
            func answer(_ yes: Int) -> Answer { position < yes ? .yes : .no }
            let outcomes: [OutcomeKey: Answer] = [
                .atHome: answer(377), .inSchoolOrWork: answer(364), .noNewArrests: answer(371),
            ]
            return FixtureEpisode(from: end.adding(days: -120), through: end, reason: reason, outcomes: outcomes)
        }
    }

    @Test func `the published year, recorded episode by episode, gives the published table`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            try await world.record(IndicatorPracticeTests.publishedYear(others: 40), on: site)
            let text = try await IndicatorPracticeTests.table(practice, .one(site.code)).text()
            #expect(text.contains("485 closures, 445 of them"))
            for (title, value, verdict) in [
                ("Cases completing treatment", "81.6%", "not met"), ("Closed for lack of engagement", "3.8%", "met"),
                ("Placed during treatment", "14.6%", "not met"), ("Living at home", "84.7%", "not met"),
                ("In school or working", "81.8%", "not met"), ("No new arrests during treatment", "83.4%", "not met"),
                ("Average length of stay", "120.0", "met"),
            ] {
                let line = try #require(text.split(separator: "\n").first { $0.contains(title) })
                #expect(line.contains(" \(value) "))
                #expect(line.hasSuffix("  \(verdict)"))
            }
        }
    }

    @Test func `a report as known before a correction gives the old figures and after it the new`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            let end = FixtureWorld.today.adding(days: -10)
            let episode = FixtureEpisode(from: end.adding(days: -90), through: end)
            try await world.record([episode], on: site)
            let before = world.clock.shown
            let closing = EpisodeCommand.close(Closing(reason: "placed"))
            let seq = try #require(try await world.load(episode.id, of: site)).history.head
            try await practice.correct(
                Correction(cause: .entryError, replacements: [.init(seq, with: closing, on: end)]), of: episode.id,
                at: site.code
            )
            let after = world.clock.shown
            func completed(_ instant: Instant?) async throws -> Double? {
                let table = try await IndicatorPracticeTests.table(practice, .one(site.code), knownAt: instant)
                return try IndicatorPracticeTests.row(.completed, table).value
            }
            #expect(try await completed(before) == 1)
            #expect(try await completed(after) == 0)
            #expect(try await completed(nil) == 0)
            #expect(try await completed(before) == 1)
        }
    }

    @Test func `with eight writers at work the same known-at question has the same bytes for ever`() async throws {
        try await IndicatorPracticeTests.with(connections: 12) { world, site, practice in
            let end = FixtureWorld.today.adding(days: -10)
            func ask(_ instant: Instant) async throws -> [String] {
                let one = try await IndicatorPracticeTests.table(practice, .one(site.code), knownAt: instant)
                let all = try await IndicatorPracticeTests.table(practice, .all, models: .pooled, knownAt: instant)
                return [one.json(), one.csv(), one.text(), all.json()]
            }
            try await withThrowingTaskGroup(of: [(Instant, [String])].self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        for turn in 0..<12 {
                            let reason: ClosureReasonID = (writer + turn).isMultiple(of: 3) ? "placed" : "completed"
                            let episode = FixtureEpisode(
                                from: end.adding(days: -60 - turn), through: end, reason: reason)
                            try await world.record([episode], on: site)
                        }
                        return []
                    }
                }
                group.addTask {
                    var answers: [(Instant, [String])] = []
                    for _ in 0..<10 {
                        let instant = world.clock.shown
                        answers.append((instant, try await ask(instant)))
                    }
                    return answers
                }
                var answers: [(Instant, [String])] = []
                for try await some in group { answers += some }
                for (instant, bytes) in answers { #expect(try await ask(instant) == bytes) }
            }
        }
    }

    @Test func `all sites together are their counts added up`() async throws {
        try await IndicatorPracticeTests.with { world, north, practice in
            let south = try await IndicatorPracticeTests.site("south", in: world, practice)
            let end = FixtureWorld.today.adding(days: -10)
            func episodes(_ completed: Int, of all: Int) -> [FixtureEpisode] {
                (0..<all).map {
                    FixtureEpisode(
                        from: end.adding(days: -50), through: end, reason: $0 < completed ? "completed" : "placed"
                    )
                }
            }
            try await world.record(episodes(3, of: 4), on: north)
            try await world.record(episodes(2, of: 6), on: south)
            let table = try await IndicatorPracticeTests.table(practice, .all)
            #expect(try IndicatorPracticeTests.row(.completed, table).value == 0.5)
            let own = try await IndicatorPracticeTests.table(practice, .one(south.code))
            #expect(try IndicatorPracticeTests.row(.completed, own).denominator == 6)
        }
    }

    @Test func `without a model each that the site runs has its rows, in the order of the programme`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            let table = try await IndicatorPracticeTests.table(practice, .one(site.code), models: .each)
            #expect(table.sections.map(\.model) == world.models.ids.map(\.text))
            let team = try await IndicatorPracticeTests.table(
                practice, .one(site.code), team: "north-mst-can", models: .each
            )
            #expect(team.sections.map(\.model) == ["mst-can"])
        }
    }

    @Test func `a team, a model and a site that are not there are refused by name`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            for (team, model, code, expected) in [
                ("nobody", "mst", "north", "the site has no team nobody"),
                (nil, "mst-x", "north", "there is no model mst-x"),
                (nil, "mst", "west", "there is no site west"),
            ] {
                let sites = ReportScope.Sites.one(try #require(SiteCode(code)))
                let id = try #require(ModelID(model))
                let fault = await #expect(throws: PracticeFault.self) {
                    _ = try await IndicatorPracticeTests.table(practice, sites, team: team, models: .one(id))
                }
                #expect(fault?.description.hasPrefix(expected) == true)
            }
        }
    }

    @Test func `a family's mean over its interviews decides and not the number of its interviews`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            let end = FixtureWorld.today.adding(days: -10)
            func episode(_ scores: [String]) throws -> FixtureEpisode {
                var episode = FixtureEpisode(from: end.adding(days: -100), through: end)
                for (position, text) in scores.enumerated() {
                    let score = try #require(AdherenceScore(decimal: text))
                    episode.interviews.append((end.adding(days: -90 + 10 * position), score))
                }
                return episode
            }
            // Means 0.61 (met exactly), 0.6 and none.
            try await world.record([try episode(["0.5", "0.72"]), try episode(["0.6"]), try episode([])], on: site)
            let table = try await IndicatorPracticeTests.table(practice, .one(site.code))
            let mean = try IndicatorPracticeTests.row(.meanAdherence, table)
            #expect(mean.value == 0.605)
            #expect(mean.isMet == false)
            #expect((mean.denominator, mean.unknown) == (2, 1))
            #expect(try IndicatorPracticeTests.row(.adherentFamilies, table).value == 0.5)
            let interviewed = try IndicatorPracticeTests.row(.interviewedFamilies, table)
            #expect((interviewed.denominator, interviewed.unknown) == (3, 0))
        }
    }
}
