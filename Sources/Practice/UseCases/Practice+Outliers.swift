import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites
import Statistics

/// What a look for outliers among the sites found.
package struct OutlierSweep: Hashable, Sendable {
    /// A site outside the limits.
    package struct Found: Hashable, Sendable {
        /// The site.
        package let site: SiteCode
        /// Its figure.
        package let finding: Outlier.Finding
        /// Whether it was not on the list before.
        package let isNew: Bool
    }

    /// Sites outside the limits, by code.
    package let found: [Found]
    /// Sites within the limits.
    package let within: [SiteCode]
    /// Sites of the model without a case in the period: who does not take part is told, not left out.
    package let withoutCases: [SiteCode]
}

extension Practice {
    /// Compares the sites of a model by an indicator and puts those outside the limits on the list; a figure that is there
    /// already stays as it is. Where sites differ by more than chance, the limits allow for that. All are put on the list
    /// or none.
    /// - Parameter dryRun: whether nothing is put on the list.
    /// - Throws: ``ReportFault``, ``PracticeFault``, `OutlierFault`.
    package func raiseOutliers(
        by indicator: Indicator, of model: ModelID, from: CivilDate, through: CivilDate, dryRun: Bool = false
    ) async throws -> OutlierSweep {
        let view = try await sweepView(by: indicator, of: model, from: from, through: through)
        return try await withNetwork(for: .reviewOutliers, isNoted: false, scope: Self.reachingSites) { transaction in
            try await sweep(view, dryRun: dryRun, in: transaction)
        }
    }

    /// The same, once however often it is sent under its key. What is told is how many are new on the list.
    /// - Throws: ``KeyedWriteFault``, ``ReportFault``, ``PracticeFault``, `OutlierFault`.
    package func raiseOutliersOnce(
        by indicator: Indicator, of model: ModelID, from: CivilDate, through: CivilDate, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        if let kept = try await networkKept(keyed, for: .reviewOutliers) { return kept }
        let view = try await sweepView(by: indicator, of: model, from: from, through: through)
        return try await networkOnce(
            keyed, for: .reviewOutliers, isNoted: false, scope: Self.reachingSites
        ) { transaction in
            try await sweep(view, dryRun: false, in: transaction).found.count { $0.isNew }
        }
    }

    /// What a comparison shows of the sites of a model.
    private struct SweepView {
        let knownAt: Instant
        let found: [(site: Site, finding: Outlier.Finding)]
        let within: [SiteCode]
        let withoutCases: [SiteCode]
    }

    private func sweepView(
        by indicator: Indicator, of model: ModelID, from: CivilDate, through: CivilDate
    ) async throws -> SweepView {
        // The time is taken first and asked for: what is written down can be reported again as it was.
        let knownAt = clock.now()
        let table = try await report(
            ComparisonReport(indicator, by: .site), of: try ReportScope(sites: .all, models: .one(model)), from: from,
            through: through, knownAt: knownAt)
        guard let period = CivilPeriod(from: from, through: through) else {
            throw ReportFault.periodReversed(from: from, through: through)
        }
        let sites = try await sites()
        let found = table.comparison.units.compactMap { unit -> (site: Site, finding: Outlier.Finding)? in
            guard let site = sites.first(where: { $0.code.text == unit.counted.code }),
                let finding = Outlier.Finding(unit, in: table.comparison, by: indicator, of: model, period)
            else { return nil }
            return (site, finding)
        }
        let outside = Set(found.map(\.site.code.text))
        let within = table.comparison.units.filter {
            $0.counted.share.denominator > 0 && !outside.contains($0.counted.code)
        }
        let without = table.comparison.units.filter { $0.counted.share.denominator == 0 }
        return SweepView(
            knownAt: knownAt, found: found, within: within.compactMap { SiteCode($0.counted.code) },
            withoutCases: without.compactMap { SiteCode($0.counted.code) })
    }

    /// Puts what stands out on the list, site by site.
    private func sweep(
        _ view: SweepView, dryRun: Bool, in transaction: Transaction
    ) async throws -> OutlierSweep {
        let note = note()
        var found: [OutlierSweep.Found] = []
        for (site, finding) in view.found {
            try await transaction.execute(SiteScope.enter(site.id))
            let isNew: Bool
            if dryRun {
                let known = try await OutlierBook.list(of: site, in: transaction)
                isNew = !known.contains { $0.finding.isSameFigure(as: finding) }
            } else {
                isNew = try await OutlierBook.raise(finding, of: site, knownAt: view.knownAt, note, in: transaction)
            }
            found.append(OutlierSweep.Found(site: site.code, finding: finding, isNew: isNew))
        }
        return OutlierSweep(found: found, within: view.within, withoutCases: view.withoutCases)
    }

    /// The outliers of all sites, by number.
    package func outliers() async throws -> [Outlier] {
        // Asked before any site: who sees none is refused, not given an empty list.
        try await withNetwork(for: .reviewOutliers) { _ in }
        var all: [Outlier] = []
        for site in try await sites() {
            all += try await withOutliers(of: site) { transaction in
                try await OutlierBook.list(of: site, in: transaction)
            }
        }
        return all.sorted { $0.number.number < $1.number.number }
    }

    /// The outliers of one site, by number, as the site sees them.
    package func outliers(of code: SiteCode) async throws -> [Outlier] {
        try await withSite(code, for: .showOutliers, access: .readOnly) { session in
            try await OutlierBook.list(of: session.site, in: session.transaction)
        }
    }

    /// A site's answer: what the check of its data found, and what it says of the figure.
    /// - Throws: `OutlierFault`, ``PracticeFault``.
    package func answer(
        _ number: OutlierNumber, at code: SiteCode, finding check: OutlierStep.Check, saying text: String
    ) async throws -> Outlier {
        try await withSite(code, for: .answerOutlier) { session in
            try await answer(number, finding: check, saying: text, in: session)
        }
    }

    /// The same, once however often it is sent under its key. What is told is the number.
    /// - Throws: ``KeyedWriteFault``, `OutlierFault`, ``PracticeFault``.
    package func answerOnce(
        _ number: OutlierNumber, at code: SiteCode, finding check: OutlierStep.Check, saying text: String,
        as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        try await once(keyed, for: .answerOutlier, at: .site, of: code) { session in
            WrittenOnce(told: "\(try await answer(number, finding: check, saying: text, in: session).number)")
        }
    }

    private func answer(
        _ number: OutlierNumber, finding check: OutlierStep.Check, saying text: String, in session: SiteSession
    ) async throws -> Outlier {
        let note = OutlierBook.Note(today: session.today, at: clock.now(), by: session.actor)
        return try await OutlierBook.take(
            .answered(check), of: number, at: session.site, saying: text, note, in: session.transaction)
    }

    /// A step of the network: a decision, the publication, or that it was taken back.
    /// - Throws: `OutlierFault`, ``PracticeFault``.
    package func take(
        _ step: OutlierStep.Step, of number: OutlierNumber, saying text: String
    ) async throws -> Outlier {
        let site = try await site(of: number)
        return try await withOutliers(of: site) { transaction in
            try await OutlierBook.take(step, of: number, at: site, saying: text, note(), in: transaction)
        }
    }

    /// The same, once however often it is sent under its key. What is told is the number.
    /// - Throws: ``KeyedWriteFault``, `OutlierFault`, ``PracticeFault``.
    package func takeOnce(
        _ step: OutlierStep.Step, of number: OutlierNumber, saying text: String, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        let site = try await site(of: number)
        return try await networkOnce(
            keyed, for: .reviewOutliers, isNoted: false, scope: Self.outliers(of: site)
        ) { transaction in
            let taken = try await OutlierBook.take(step, of: number, at: site, saying: text, note(), in: transaction)
            return Int(taken.number.number)
        }
    }

    /// The site whose figure has a number.
    private func site(of number: OutlierNumber) async throws -> Site {
        guard let outlier = try await outliers().first(where: { $0.number == number }),
            let site = try await sites().first(where: { $0.code == outlier.site })
        else { throw OutlierFault.unknown(number) }
        return site
    }

    private func note() -> OutlierBook.Note {
        let now = clock.now()
        return OutlierBook.Note(today: now.utcDay, at: now, by: actor)
    }

    /// Lends the network one transaction for the outliers of a site; it sees no kind of content of any record.
    private func withOutliers<Result: Sendable>(
        of site: Site, _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try await withNetwork(for: .reviewOutliers, isNoted: false, scope: Self.outliers(of: site), body)
    }

    /// All of a site's outliers, and no kind of content of any record.
    private static func outliers(of site: Site) -> SessionScope {
        SiteScope.closed(site.id, and: [(name: "homeward.reach", value: "site")])
    }
}

extension Outlier.Finding {
    /// A unit's figure, if it stands out.
    fileprivate init?(
        _ unit: Comparison.Unit, in comparison: Comparison, by indicator: Indicator, of model: ModelID,
        _ period: CivilPeriod
    ) {
        guard let signal = Signal(rawValue: (unit.wideSignal ?? unit.signal).rawValue), let centre = comparison.centre
        else { return nil }
        self.init(
            model: model, indicator: indicator, period: period, numerator: unit.counted.share.numerator,
            denominator: unit.counted.share.denominator, networkNumerator: centre.numerator,
            networkDenominator: centre.denominator, signal: signal)
    }

    /// Whether it is about the same indicator, model and period.
    fileprivate func isSameFigure(as other: Outlier.Finding) -> Bool {
        (model, indicator, period) == (other.model, other.indicator, other.period)
    }
}
