import CivilDate
import DeclaredModel
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Reporting
import Sites
import Testing

/// A licensed site with a team of every model that a story needs, and the practice over it.
struct StoryWorld: Sendable {
    let fixtures: FixtureWorld
    let practice: Practice
    let site: Site

    private static let file = """
        code: harbour
        name: Harbour
        jurisdiction: england
        timeZone: Europe/London
        models: [mst-can, mst-fit, mst-psb]
        licence:
          holder: Invented Trust
          from: 2020-01-01
          until: 2030-12-31
          readinessReview: 2019-11-20
        teams:
          - {code: can, model: mst-can, startedOn: 2020-01-06}
          - {code: fit, model: mst-fit, startedOn: 2020-01-06}
          - {code: psb, model: mst-psb, startedOn: 2020-01-06}

        """

    static func with(_ body: (StoryWorld) async throws -> Void) async throws {
        let declared = try DeclaredShelf(DeclaredFile.embedded).models
        try await FixtureWorld.with(models: declared) { fixtures in
            let practice = Practice(
                application: fixtures.pool, reporting: fixtures.pool, store: fixtures.store, models: fixtures.models,
                clock: fixtures.clock.recordClock
            )
            _ = try await practice.apply(try SiteFile.read(Array(file.utf8), models: fixtures.models), dryRun: false)
            let site = try #require(try await practice.sites().first)
            try await body(StoryWorld(fixtures: fixtures, practice: practice, site: site))
        }
    }

    /// A child that the site knows.
    func child(_ ref: String, on day: String) async throws -> ChildID {
        let child = ChildID.fresh()
        try await practice.record([.init(.register(ChildRef(ref)), on: try date(day))], to: child, at: site.code)
        return child
    }

    /// A spell of a child in one place, until the first day elsewhere.
    func place(
        _ child: ChildID, in setting: PlacementSetting, from: String, until: String? = nil,
        because reason: PlacementReason? = nil
    ) async throws {
        let id = PlacementID.fresh()
        let placement = Placement(id: id, setting: setting, reason: reason)
        var entries = [Engine.Entry(ChildCommand.startPlacement(placement), on: try date(from))]
        if let until { entries.append(.init(.endPlacement(PlacementEnd(of: id)), on: try date(until))) }
        try await practice.record(entries, to: child, at: site.code)
    }

    /// A text that nobody but the vault has.
    func text() async throws -> FactValue {
        let sealed = try await fixtures.vault.sealed(at: site, in: practice)
        return .narrative(try #require(NarrativeReference(sealed)))
    }

    /// What a model measures beside the indicator table of the year 2025: so many of so many.
    func measures(of model: ModelID) async throws -> [MeasureKey: String] {
        try await rows(of: model).mapValues { "\($0.numerator)/\($0.denominator)" }
    }

    /// Of how many it is not known.
    func unknown(of model: ModelID) async throws -> [MeasureKey: Int] {
        try await rows(of: model).mapValues(\.unknown)
    }

    private func rows(of model: ModelID) async throws -> [MeasureKey: MeasureRow] {
        let table = try await practice.indicators(
            of: try ReportScope(sites: .one(site.code)), from: try date("2025-01-01"), through: try date("2025-12-31")
        )
        let section = try #require(table.sections.first { $0.model == model.text })
        return section.blocks.flatMap(\.rows).reduce(into: [:]) { $0[$1.measure.key] = $1 }
    }

    /// The closures of the year 2025 by model.
    func closures() async throws -> [String: Int] {
        let table = try await practice.indicators(
            of: try ReportScope(sites: .one(site.code)), from: try date("2025-01-01"), through: try date("2025-12-31")
        )
        return Dictionary(uniqueKeysWithValues: table.sections.map { ($0.model, $0.closures) })
    }

    /// Children, and their days out of home in 2025, of a model or of all.
    func daysOutOfHome(of model: ModelID? = nil) async throws -> (children: Int, days: Int) {
        let models = model.map { ReportScope.Models.one($0) } ?? .each
        let table = try await practice.careDays(
            of: try ReportScope(sites: .one(site.code), models: models), from: try date("2025-01-01"),
            through: try date("2025-12-31")
        )
        return (table.children, table.rows.first { $0.measure == .outOfHome }?.days ?? 0)
    }
}

/// A day as a story writes it.
func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso), "\(iso)") }
