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

        /// A ground.
        /// - Parameters:
        ///   - sites: all sites.
        ///   - models: the models of the programme.
        ///   - cut: what was known at this time counts; everything stamped up to it was committed.
        package init(sites: [ReportSite], models: ModelRegistry, cut: Instant) {
            self.sites = sites
            self.models = models
            self.cut = cut
        }

        var numbers: [SiteID] { sites.map(\.id) }
    }

    let request: EditionRequest
    let cut: Instant
    let grids: [EditionGrid]
    let questions: [String: [EditionQuestion]]
    let records: Int
    let earlier: [EarlierEdition]
    let changed: [EditionNumber: Int]
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
        let secrets = try await EditionBook.secrets(of: linked.map(\.number), in: transaction)
        var earlier: [EarlierEdition] = []
        var changed: [EditionNumber: Int] = [:]
        for edition in linked {
            guard let kept = secrets[edition.number] else { throw EditionFault.unreadable(edition.number) }
            earlier.append(try EarlierEdition(edition, kept))
            guard let days = request.period.shared(with: edition.period) else { continue }
            changed[edition.number] = try await EditionChanges.read(
                from: edition.dataCut, to: ground.cut, in: days, of: request.model ?? edition.model,
                sites: ground.numbers, in: transaction
            ).count
        }
        let versions = try await EditionChanges.versions(
            at: ground.cut, in: request.period.days, of: request.model, sites: ground.numbers, in: transaction)
        let codes = Dictionary(ground.sites.map { ($0.id.number, $0.code.text) }) { first, _ in first }
        var settings: [String: Set<Int>] = [:]
        for (site, numbers) in versions.settings {
            // Which sites had families of a model is nothing that everybody is told.
            let name = request.profile.isPublic ? EditionShape.network : codes[site] ?? "\(site)"
            settings[name, default: []].formUnion(numbers)
        }
        return EditionMaterial(
            request: request, cut: ground.cut, grids: counted.grids, questions: counted.questions,
            records: counted.records, earlier: earlier, changed: changed,
            next: (editions.map(\.number.number).max() ?? 0) + 1,
            modelVersions: versions.models.listed, settingsVersions: settings.listed)
    }
}

/// The counts of an edition, laid out in its tables.
struct EditionTally: Sendable {
    /// The tables.
    let grids: [EditionGrid]
    /// What is counted of each model, by the name that tables have of it.
    let questions: [String: [EditionQuestion]]
    /// How many records count.
    let records: Int

    /// Counts.
    /// - Throws: ``ReportFault``, or the database's fault.
    static func read(
        _ request: EditionRequest, on ground: EditionMaterial.Ground, in transaction: Transaction
    ) async throws -> EditionTally {
        let shape = EditionShape(profile: request.profile, period: request.period)
        let ids = request.model.map { [$0] } ?? ground.models.ids
        var models: [EditionCounts] = []
        for id in ids {
            let questions = try EditionQuestion.all(of: ground.models.newest(id))
            models.append(
                try await EditionCounts.read(questions, on: report(request, .one(id), ground), in: transaction))
        }
        var pooled: EditionCounts?
        if request.model == nil, request.profile.isPublic, request.period.isLongest {
            pooled = try await EditionCounts.read(
                try EditionQuestion.all(of: nil), on: report(request, .pooled, ground), in: transaction)
        }
        var questions: [String: [EditionQuestion]] = [:]
        for counts in models + [pooled].compactMap({ $0 }) {
            questions[counts.model?.text ?? EditionShape.allModels] = counts.questions
        }
        let records = try await EditionChanges.records(
            at: ground.cut, in: request.period.days, of: request.model, sites: ground.numbers, in: transaction)
        return EditionTally(grids: shape.grids(models, pooled: pooled), questions: questions, records: records)
    }

    private static func report(
        _ request: EditionRequest, _ models: ReportScope.Models, _ ground: EditionMaterial.Ground
    ) throws -> ReportGround {
        let question = try ReportRequest(
            scope: try ReportScope(sites: .all, models: models), from: request.period.days.from,
            through: request.period.days.through, knownAt: ground.cut, now: ground.cut)
        return ReportGround(
            question, sites: ground.sites, today: ground.cut.utcDay, models: ground.models, running: [],
            settings: [:])
    }
}

extension EarlierEdition {
    init(_ edition: Edition, _ kept: EditionSecrets) throws(EditionFault) {
        guard let own = try? Release(kept.grids, by: edition.profile) else { throw .unreadable(edition.number) }
        number = edition.number
        grids = kept.grids
        published = PublishedEdition(
            number: edition.number.number, release: own,
            pattern: Pattern(of: own, withheldForOthers: kept.secondary))
        var changed: [EditionNumber: Int] = [:]
        for other in edition.document.changed {
            if let number = EditionNumber(other.edition) { changed[number] = other.records }
        }
        self.changed = changed
    }
}

extension EditionPeriod {
    /// The days that both have; nil when they share none.
    package func shared(with other: EditionPeriod) -> CivilPeriod? {
        CivilPeriod(from: max(days.from, other.days.from), through: min(days.through, other.days.through))
    }
}

extension Dictionary where Key == String, Value == Set<Int> {
    fileprivate var listed: [EditionDocument.Versions] {
        keys.sorted().map { EditionDocument.Versions(of: $0, versions: (self[$0] ?? []).sorted()) }
    }
}
