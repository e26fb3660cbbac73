import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites

/// An edition that was worked out, and kept unless it was only tried.
package struct FrozenEdition: Sendable {
    /// What it prints.
    package let document: EditionDocument
    /// What was kept; nil when it was only tried.
    package let edition: Edition?
}

extension Practice {
    /// Freezes an edition: counts what is known now, withholds and rounds, has it attacked together with the editions that
    /// the same people read, and keeps it. What is not safe is not kept.
    /// - Parameters:
    ///   - program: the version of the program, which the edition prints.
    ///   - dryRun: whether nothing is kept.
    /// - Throws: `EditionFault`, `ReportFault`, ``PracticeFault``.
    package func freeze(
        _ request: EditionRequest, madeBy program: String, dryRun: Bool = false
    ) async throws -> FrozenEdition {
        // Asked before anything is counted: who may not is refused, whatever the period.
        try await withNetwork(for: .freezeEdition) { _ in }
        let draft = try await draft(request, madeBy: program)
        guard !dryRun else { return FrozenEdition(document: draft.document, edition: nil) }
        let now = clock.now()
        let edition = try await withNetwork(for: .freezeEdition, isNoted: false) { transaction in
            try await EditionBook.keep(draft, at: now, by: actor.recordedBy.text, in: transaction)
        }
        return FrozenEdition(document: edition.document, edition: edition)
    }

    /// The same, once however often it is sent under its key. What is told is the number.
    /// - Throws: ``KeyedWriteFault``, `EditionFault`, `ReportFault`, ``PracticeFault``.
    package func freezeOnce(
        _ request: EditionRequest, madeBy program: String, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        if let kept = try await networkKept(keyed, for: .freezeEdition) { return kept }
        let draft = try await draft(request, madeBy: program)
        return try await networkOnce(keyed, for: .freezeEdition, isNoted: false) { transaction in
            try await EditionBook.keep(draft, at: clock.now(), by: actor.recordedBy.text, in: transaction)
                .number.number
        }
    }

    /// An edition as it would be frozen now.
    private func draft(_ request: EditionRequest, madeBy program: String) async throws -> EditionDraft {
        let sites = try await allSites(for: .freezeEdition)
        let cut = clock.now()
        if let today = sites.map({ $0.day(of: cut) }).min(), request.period.days.through >= today {
            throw EditionFault.unfinished(request.period.days, today: today)
        }
        try await settle(sites.map(\.id), through: cut, for: .freezeEdition)
        let ground = ground(sites, at: cut, by: program)
        let material = try await figures(for: .freezeEdition) { transaction in
            try await EditionMaterial.read(request, on: ground, in: transaction)
        }
        return try EditionDraft(material)
    }

    /// The editions that the asker may read, by number: all of them, or the public ones without who froze them. Who reads
    /// those of the network is written down.
    package func editions() async throws -> [Edition] {
        let mayFreeze = try await mayFreeze()
        return try await withNetwork(for: .showEdition, isNoted: mayFreeze, access: .readOnly) { transaction in
            let editions = try await EditionBook.list(in: transaction)
            return mayFreeze ? editions : editions.filter(\.profile.isPublic).map(\.withoutAuthor)
        }
    }

    /// One edition.
    /// - Throws: `EditionFault` `unknown`, also for one that the asker may not read.
    package func edition(_ number: EditionNumber) async throws -> Edition {
        try await editions().picked(number)
    }

    /// The editions as a site reads them: those of the network and the public ones.
    package func editions(at code: SiteCode) async throws -> [Edition] {
        try await withSite(code, for: .readEdition, access: .readOnly) { session in
            try await EditionBook.list(in: session.transaction).map(\.withoutAuthor)
        }
    }

    /// Why each figure is printed as it is; nil for who may not freeze: both kinds of withheld figures look the same.
    package func statuses(of edition: Edition) async throws -> [EditionFigureName: EditionStatuses.Status]? {
        guard try await mayFreeze() else { return nil }
        return try await figures(for: .freezeEdition, isNoted: true) { transaction in
            try await EditionStatuses.read(of: edition, in: transaction)
        }
    }

    /// Whether an edition is as it was frozen, and the facts still give its counts.
    /// - Parameter program: the version of the program, which counts anew.
    /// - Throws: `EditionFault`, ``PracticeFault``.
    package func verify(_ edition: Edition, by program: String) async throws -> EditionCheck {
        let sites = try await allSites(for: .freezeEdition)
        var disposed: [String: Int] = [:]
        for site in sites { disposed[site.code.text] = try await disposals(at: site, since: edition.dataCut) }
        let (ground, counts) = (ground(sites, at: edition.dataCut, by: program), disposed)
        return try await figures(for: .freezeEdition, isNoted: true) { transaction in
            try await EditionCheck.look(at: edition, on: ground, disposed: counts, in: transaction)
        }
    }

    /// What differs between two editions.
    /// - Parameter program: the version of the program, which counts the one anew.
    /// - Throws: `EditionFault`, ``PracticeFault``.
    package func difference(
        _ one: EditionNumber, _ other: EditionNumber, by program: String
    ) async throws -> EditionDifference {
        let sites = try await allSites(for: .freezeEdition)
        let all = try await withNetwork(for: .freezeEdition, isNoted: false, access: .readOnly) { transaction in
            try await EditionBook.list(in: transaction)
        }
        let (first, second) = (try all.picked(one), try all.picked(other))
        let ground = ground(sites, at: first.dataCut, by: program)
        return try await figures(for: .freezeEdition, isNoted: true) { transaction in
            try await EditionDifference.read(first, second, on: ground, in: transaction)
        }
    }

    /// The site's own episodes that count otherwise in one edition than in another, by reference.
    /// - Throws: `EditionFault`, ``PracticeFault``.
    package func changedEpisodes(
        between one: EditionNumber, and other: EditionNumber, at code: SiteCode
    ) async throws -> [EpisodeRef] {
        try await withSite(code, for: .readEdition, access: .readOnly) { session in
            let editions = try await EditionBook.list(in: session.transaction)
            let (first, second) = (try editions.picked(one), try editions.picked(other))
            guard let days = first.period.shared(with: second.period) else { return [] }
            let changes = try await EditionChanges.read(
                from: first.dataCut, to: second.dataCut, in: days, of: first.model ?? second.model,
                sites: [session.site.id], in: session.transaction)
            let refs = try await store.refsByKey(site: session.site.id, in: session.transaction)
            return changes.compactMap { refs[$0.key] }.sorted { $0.text < $1.text }
        }
    }

    private func mayFreeze() async throws -> Bool {
        try await withNetwork(for: .showEdition, isNoted: false) { transaction in
            try await isAllowed(.freezeEdition, in: transaction)
        }
    }

    /// Lends one transaction of the role that reads the facts of all sites and what is kept beside editions.
    /// - Parameter isNoted: whether it is a look of its own, since true counts are told from it.
    private func figures<Result: Sendable>(
        for action: Action, isNoted: Bool = false, _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try await withNetwork(
            for: action, as: .reporting, isNoted: isNoted, scope: SessionScope(settings: IndicatorReport.planning),
            isolation: .repeatableRead, access: .readOnly, body)
    }

    private func ground(_ sites: [Site], at cut: Instant, by program: String) -> EditionMaterial.Ground {
        EditionMaterial.Ground(sites: sites.map(\.reported), models: models, cut: cut, by: program)
    }

    /// All sites, whichever the asker has a role at: an edition is of the whole network.
    private func allSites(for action: Action) async throws -> [Site] {
        try await withNetwork(for: action, isNoted: false, access: .readOnly) { transaction in
            try await SiteDirectory.list(in: transaction)
        }
    }

    /// How many episodes a site has disposed of since an instant.
    private func disposals(at site: Site, since instant: Instant) async throws -> Int {
        let scope = SiteScope.closed(site.id, and: [(name: "homeward.reach", value: "site")])
        return try await withNetwork(for: .freezeEdition, isNoted: false, scope: scope) { transaction in
            try await transaction.query(
                """
                SELECT count(*) FROM retention.proposed_child AS c
                JOIN record.stub AS s USING (site_id, number, child_id)
                WHERE c.site_id = \(site.id.number) AND c.disposed_at > \(instant) AND s.stream = 'episode'
                """
            ).column(0, as: Int.self).first ?? 0
        }
    }
}

extension [Edition] {
    /// The edition of a number.
    /// - Throws: `EditionFault` `unknown`.
    package func picked(_ number: EditionNumber) throws(EditionFault) -> Edition {
        guard let found = first(where: { $0.number == number }) else { throw .unknown(number) }
        return found
    }
}
