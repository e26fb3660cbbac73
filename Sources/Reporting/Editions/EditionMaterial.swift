import CivilDate
import Disclosure
import Intervention
import Postgres

/// What an edition is made of, read in one transaction: counts as known at its cut, and the editions before it.
package struct EditionMaterial: Sendable {
    /// The network as an edition knows it.
    package struct Ground: Sendable {
        let sites: [ReportSite]
        let models: ModelRegistry
        let cut: Instant
        let program: String

        /// A ground.
        /// - Parameters:
        ///   - sites: all sites.
        ///   - models: the models of the programme.
        ///   - cut: what was known at this time counts; everything stamped up to it was committed.
        ///   - program: the version of the program that counts.
        package init(sites: [ReportSite], models: ModelRegistry, cut: Instant, by program: String) {
            self.sites = sites
            self.models = models
            self.cut = cut
            self.program = program
        }

        var numbers: [SiteID] { sites.map(\.id) }

        /// The codes of sites by their numbers.
        var codes: [Int32: String] {
            Dictionary(sites.map { ($0.id.number, $0.code.text) }) { first, _ in first }
        }

        /// The versions of models that are counted by.
        var counting: [String] {
            models.ids.map { id in "\(id) \(models.newest(id).map { "\($0.version.number)" } ?? "none")" }
        }

        /// The same at another cut.
        func at(_ cut: Instant) -> Ground { Ground(sites: sites, models: models, cut: cut, by: program) }
    }

    let request: EditionRequest
    let cut: Instant
    let grids: [EditionGrid]
    let questions: [String: [EditionQuestion]]
    let records: [String: Int]
    let counting: [String]
    let program: String
    let earlier: [EarlierEdition]
    let changed: [EditionNumber: Int]
    /// The linked editions that everybody reads.
    let ofEverybody: Set<EditionNumber>
    let next: Int
    let modelVersions: [EditionDocument.Versions]
    let settingsVersions: [EditionDocument.Versions]

    /// Reads it.
    /// - Parameter transaction: one of the role that reads the facts of all sites, begun with ``IndicatorReport/planning``.
    /// - Throws: ``EditionFault``, ``ReportFault``, or the database's fault.
    package static func read(
        _ request: EditionRequest, on ground: Ground, in transaction: Transaction
    ) async throws -> EditionMaterial {
        let editions = try await EditionBook.list(in: transaction)
        try request.check(against: editions)
        let counted = try await EditionTally.read(request, on: ground, in: transaction)
        guard !counted.grids.isEmpty else { throw EditionFault.empty(request.period.days) }
        let linked = request.linked(among: editions)
        let past = try await EditionPast.read(linked, on: ground, in: transaction)
        let versions = try await EditionChanges.versions(
            at: ground.cut, in: request.period.days, of: request.model, sites: ground.numbers, in: transaction)
        let codes = ground.codes
        var settings: [String: Set<Int>] = [:]
        for (site, numbers) in versions.settings {
            // Which sites had families of a model is nothing that everybody is told.
            let name = request.profile.isPublic ? EditionShape.network : codes[site] ?? "\(site)"
            settings[name, default: []].formUnion(numbers)
        }
        return EditionMaterial(
            request: request, cut: ground.cut, grids: counted.grids, questions: counted.questions,
            records: counted.records, counting: ground.counting, program: ground.program, earlier: past.editions,
            changed: try await past.changed(to: request, on: ground, in: transaction),
            ofEverybody: Set(linked.filter(\.profile.isPublic).map(\.number)),
            next: (editions.map(\.number.number).max() ?? 0) + 1,
            modelVersions: versions.models.listed, settingsVersions: settings.listed)
    }
}

extension Dictionary where Key == String, Value == Set<Int> {
    fileprivate var listed: [EditionDocument.Versions] {
        keys.sorted().map { EditionDocument.Versions(of: $0, versions: (self[$0] ?? []).sorted()) }
    }
}
