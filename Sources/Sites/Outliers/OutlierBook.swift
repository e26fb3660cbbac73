import CivilDate
import EpisodeStore
import Intervention
import Postgres

/// What a site's outliers are and what was made of them. What was recorded stays; each step follows on the one before.
package enum OutlierBook {
    /// Marks a lock as this one's; any number would do that nothing else uses.
    private static let lockSpace: Int32 = 0x4F55_544C

    /// Who records something, and when.
    package struct Note: Sendable {
        let today: CivilDate
        let at: Instant
        let author: Author

        /// - Parameters:
        ///   - today: the day it is.
        ///   - instant: when it is recorded.
        package init(today: CivilDate, at instant: Instant, by author: Author) {
            self.today = today
            at = instant
            self.author = author
        }
    }

    /// The outliers of a site, by number.
    package static func list(of site: Site, in transaction: Transaction) async throws -> [Outlier] {
        let results = try await transaction.pipeline([
            """
            SELECT outlier_no, model, indicator, from_day, through_day, numerator, denominator, network_numerator,
                network_denominator, signal, known_at, answer_due, recorded_by
            FROM site.outlier WHERE site_id = \(site.id.number) ORDER BY outlier_no
            """,
            """
            SELECT outlier_no, step, finding, note, taken_on, recorded_by
            FROM site.outlier_step WHERE site_id = \(site.id.number) ORDER BY outlier_no, ordinal
            """,
        ])
        var steps: [Int32: [OutlierStep]] = [:]
        for row in results[1] {
            guard let step = try step(row) else { continue }
            steps[try row.decode("outlier_no", as: Int32.self), default: []].append(step)
        }
        return try results[0].compactMap { try outlier($0, of: site.code, steps: steps) }
    }

    /// One outlier of a site.
    /// - Throws: ``OutlierFault`` `unknown`.
    package static func find(
        _ number: OutlierNumber, of site: Site, in transaction: Transaction
    ) async throws -> Outlier {
        guard let found = try await list(of: site, in: transaction).first(where: { $0.number == number }) else {
            throw OutlierFault.unknown(number)
        }
        return found
    }

    /// Writes down a finding, unless the same figure was found before.
    /// - Returns: whether it is new.
    package static func raise(
        _ finding: Outlier.Finding, of site: Site, knownAt: Instant, _ note: Note, in transaction: Transaction
    ) async throws -> Bool {
        let tag = try await transaction.execute(
            """
            INSERT INTO site.outlier
                (site_id, model, indicator, from_day, through_day, numerator, denominator, network_numerator,
                network_denominator, signal, known_at, answer_due, recorded_at, recorded_by)
            VALUES (\(site.id.number), \(finding.model.text), \(finding.indicator.rawValue), \(finding.period.from),
                \(finding.period.through), \(finding.numerator), \(finding.denominator), \(finding.networkNumerator),
                \(finding.networkDenominator), \(finding.signal.rawValue), \(knownAt),
                \(note.today.adding(days: OutlierTerms.answerDays)), \(note.at), \(note.author.recordedBy.text))
            ON CONFLICT (site_id, model, indicator, from_day, through_day) DO NOTHING
            """)
        return tag.rows == 1
    }

    /// Records what a site or the network made of an outlier.
    /// - Parameter text: one line; it names nobody.
    /// - Returns: the outlier with the step.
    /// - Throws: ``OutlierFault``.
    package static func take(
        _ step: OutlierStep.Step, of number: OutlierNumber, at site: Site, saying text: String, _ note: Note,
        in transaction: Transaction
    ) async throws -> Outlier {
        if let flaw = SiteName.flaw(in: text) { throw OutlierFault.badNote(flaw: flaw) }
        try await transaction.execute("SELECT pg_advisory_xact_lock(\(lockSpace), \(number.number))")
        let found = try await find(number, of: site, in: transaction)
        try check(step, on: found, today: note.today)
        let taken = OutlierStep(step: step, note: text, takenOn: note.today, recordedBy: note.author.recordedBy.text)
        try await transaction.execute(
            """
            INSERT INTO site.outlier_step
                (site_id, outlier_no, ordinal, step, finding, note, taken_on, recorded_at, recorded_by)
            VALUES (\(site.id.number), \(number.number), \(Int32(found.steps.count + 1)), \(taken.words.step),
                \(taken.words.finding as String?), \(text), \(note.today), \(note.at), \(note.author.recordedBy.text))
            """)
        return try await find(number, of: site, in: transaction)
    }

    /// Whether a step follows on where an outlier stands. A site may answer again until it is decided.
    private static func check(_ step: OutlierStep.Step, on outlier: Outlier, today: CivilDate) throws(OutlierFault) {
        switch (step, outlier.standing) {
        case (.answered, .open), (.answered, .answered), (.decided, .answered), (.published, .decided): return
        case (.withdrawn, .open), (.withdrawn, .answered), (.withdrawn, .decided): return
        case (.decided, .open):
            guard today > outlier.answerDue else { throw .unanswered(outlier.number, due: outlier.answerDue) }
        default: throw .outOfTurn(outlier.number, outlier.standing)
        }
    }

    private static func outlier(_ row: Row, of site: SiteCode, steps: [Int32: [OutlierStep]]) throws -> Outlier? {
        let number = try row.decode("outlier_no", as: Int32.self)
        guard let model = ModelID(try row.decode("model", as: String.self)),
            let indicator = Indicator(rawValue: try row.decode("indicator", as: String.self)),
            let period = CivilPeriod(from: try row.decode("from_day"), through: try row.decode("through_day")),
            let signal = Outlier.Finding.Signal(rawValue: try row.decode("signal", as: String.self)),
            let no = OutlierNumber(number)
        else { return nil }
        let finding = Outlier.Finding(
            model: model, indicator: indicator, period: period,
            numerator: Int(try row.decode("numerator", as: Int32.self)),
            denominator: Int(try row.decode("denominator", as: Int32.self)),
            networkNumerator: Int(try row.decode("network_numerator", as: Int32.self)),
            networkDenominator: Int(try row.decode("network_denominator", as: Int32.self)), signal: signal)
        return Outlier(
            number: no, site: site, finding: finding, knownAt: try row.decode("known_at"),
            answerDue: try row.decode("answer_due"), recordedBy: try row.decode("recorded_by"),
            steps: steps[number] ?? [])
    }

    private static func step(_ row: Row) throws -> OutlierStep? {
        let word = try row.decode("step", as: String.self)
        guard let step = OutlierStep.step(word, try row.decode("finding", as: String?.self)) else { return nil }
        return OutlierStep(
            step: step, note: try row.decode("note"), takenOn: try row.decode("taken_on"),
            recordedBy: try row.decode("recorded_by"))
    }
}
