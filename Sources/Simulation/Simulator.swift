import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites
import Vault

/// Makes an invented network in an empty database: sites through their files, families through the engine, each in the
/// time in which it would have been recorded.
package struct Simulator: Sendable {
    private let application: Pool
    private let reporting: Pool
    private let models: ModelRegistry
    private let vault: Vault

    /// - Parameters:
    ///   - application: connections of the role that works under one site's scope; two are used at once.
    ///   - reporting: connections of the role that reads the reporting facts.
    ///   - models: the models that the network delivers.
    ///   - vault: the keys of the home, which is one for invented families.
    package init(application: Pool, reporting: Pool, models: ModelRegistry, vault: Vault) {
        self.application = application
        self.reporting = reporting
        self.models = models
        self.vault = vault
    }

    /// How far the work has come, and at last what was made.
    package struct Progress: Hashable, Sendable {
        /// Families that are on record.
        package var families = 0
        /// Episodes that are on record.
        package var episodes = 0
        /// Events that are on record, those of teams left out.
        package var events = 0

        /// Nothing yet.
        package init() {}
    }

    /// Makes sure that there is no site yet: a network is made once, and never among the sites of others.
    package func checkEmpty() async throws {
        let existing = try await practice(at: Instant(microseconds: 0)).sites().count
        guard existing == 0 else { throw SimulationFault.networkExists(sites: existing) }
    }

    /// Makes the network.
    /// - Parameters:
    ///   - plan: what to make.
    ///   - writers: how many batches are told and written at once; the events are the same for any number.
    ///   - progress: called after each batch.
    /// - Throws: ``SimulationFault`` when there are sites already. A batch is recorded whole or not at all.
    @discardableResult
    package func run(
        _ plan: NetworkPlan, writers: Int = 2, progress: (Progress) -> Void = { _ in }
    ) async throws -> Progress {
        try await checkEmpty()
        var clocks: [SiteTimeZone: Evenings] = [:]
        var benches: [SiteBench] = []
        for site in plan.sites {
            let file = try await apply(site, of: plan)
            let evenings =
                clocks[file.timeZone]
                ?? Evenings(
                    of: SiteClock(file.timeZone), from: plan.request.from, before: plan.request.until)
            clocks[file.timeZone] = evenings
            let teller = FamilyTeller(request: plan.request, designs: plan.designs, site: site)
            benches.append(SiteBench(teller: teller, evenings: evenings))
        }
        return try await write(benches, at: plan.applyInstant, writers: writers, progress)
    }

    /// Applies a site's file before the history begins, and again on the day on which a team opens later.
    private func apply(_ site: SiteSketch, of plan: NetworkPlan) async throws -> SiteFile {
        let file: SiteFile
        do throws(SiteFileProblems) {
            file = try SiteFile.read(Array(site.document.utf8), models: models)
        } catch {
            throw SimulationFault.unusableModel("\(error)")
        }
        let ids = Dictionary(uniqueKeysWithValues: site.teams.map { ($0.code, $0.id) })
        let clock = SiteClock(file.timeZone)
        let later = Set(site.teams.map(\.startedOn)).filter { $0 >= plan.request.from }.sorted()
        let instants = [plan.applyInstant] + later.map { clock.instant(of: $0, second: 9 * 3600) }
        for instant in instants {
            _ = try await practice(at: instant).apply(file) { ids[$0] ?? TeamID(high: 0, low: 0) }
        }
        return file
    }

    /// The use cases at a moment of the invented past.
    private func practice(at instant: Instant) -> Practice {
        let clock = RecordClock { instant }
        return Practice(
            application: application, reporting: reporting,
            store: EpisodeStore(models: models, vault: vault, clock: clock), models: models, clock: clock,
            asker: .programme, actor: Codes.office
        )
    }

    private func write(
        _ benches: [SiteBench], at instant: Instant, writers: Int, _ progress: (Progress) -> Void
    ) async throws -> Progress {
        let practice = practice(at: instant)
        var batches = benches.flatMap(\.batches).makeIterator()
        var sum = Progress()
        try await withThrowingTaskGroup(of: Progress.self) { group in
            for _ in 0..<max(1, writers) {
                guard let batch = batches.next() else { break }
                group.addTask { try await batch.write(through: practice) }
            }
            while let done = try await group.next() {
                sum.families += done.families
                sum.episodes += done.episodes
                sum.events += done.events
                progress(sum)
                guard let batch = batches.next() else { continue }
                group.addTask { try await batch.write(through: practice) }
            }
        }
        return sum
    }
}

extension NetworkPlan {
    /// When the sites are made: at noon of the day before the history.
    var applyInstant: Instant {
        Instant(microseconds: (Int64(request.from.dayNumber) * 86_400 - 43_200) * 1_000_000)
    }
}
