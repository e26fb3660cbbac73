import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres
import Statistics

/// The counts of one indicator over a scope, and how they are read.
struct IndicatorCounts: Hashable, Sendable {
    /// What is told apart beside models.
    enum Detail: Hashable, Sendable {
        /// Sites, teams and what families differ in.
        case caseMix
        /// Sites, teams and months.
        case months
        /// Months alone.
        case time
    }

    /// What was counted.
    let indicator: CountedIndicator
    /// The rows; those that are alike in all that is told apart are one.
    let rows: [IndicatorCount]

    /// What is counted.
    private struct Asked {
        var indicator: Indicator?
        var outcome: OutcomeKey?
        var base: MeasureBase
    }

    /// Reads the counts.
    /// - Throws: ``ReportFault/staleFacts(_:)``, or the database's fault.
    static func read(
        _ indicator: CountedIndicator, by detail: Detail, on ground: ReportGround, in transaction: Transaction
    ) async throws -> IndicatorCounts {
        let asked = Asked(indicator: indicator.indicator, base: indicator.base)
        return IndicatorCounts(indicator: indicator, rows: try await rows(asked, detail, ground, transaction))
    }

    /// Reads how families answered to an outcome of the model's own, one that is no indicator of the network.
    /// - Throws: ``ReportFault/staleFacts(_:)``, or the database's fault.
    static func answers(
        to outcome: OutcomeKey, over base: MeasureBase, by detail: Detail, on ground: ReportGround,
        in transaction: Transaction
    ) async throws -> [IndicatorCount] {
        try await rows(Asked(outcome: outcome, base: base), detail, ground, transaction)
    }

    private static func rows(
        _ asked: Asked, _ detail: Detail, _ ground: ReportGround, _ transaction: Transaction
    ) async throws -> [IndicatorCount] {
        var rows: [IndicatorCount] = []
        var stale = 0
        for row in try await transaction.query(statement(asked, detail, ground)) {
            stale += try row.decode("stale", as: Int.self)
            rows.append(try IndicatorCount(row: row))
        }
        guard stale == 0 else { throw ReportFault.staleFacts(stale) }
        return rows
    }

    private static func statement(_ asked: Asked, _ detail: Detail, _ ground: ReportGround) -> Statement {
        let (request, scope) = (ground.request, ground.request.scope)
        let teams = ground.sites.flatMap { site in site.teams.map { (site: site.id.number, team: $0) } }
        return Statement(
            embedded: String(decoding: PackageResources.counts_sql, as: UTF8.self),
            binding: [
                ground.numbers, scope.team?.text, ground.model?.text, request.period.from, request.period.halfOpenEnd,
                request.knownAt, asked.indicator?.rawValue ?? "", asked.base.rawValue, detail == .caseMix,
                detail != .caseMix, IndicatorReport.factShape, scope.authority?.text, CareDaysReport.spellShape,
                teams.map(\.site), teams.map(\.team.code.text), teams.map(\.team.startedOn), detail != .time,
                asked.outcome?.text,
            ])
    }

    /// What rows add up to.
    func share(of rows: [IndicatorCount]) throws(ReportFault) -> Proportion {
        let yes = rows.reduce(0) { $0 + $1.yes }
        let others = rows.reduce(0) { $0 + $1.no + (indicator.isUnknownKept ? $1.unknown : 0) }
        guard let share = Proportion(numerator: yes, denominator: yes + others) else {
            throw .inexact(indicator.indicator)
        }
        return share
    }

    /// Who is not counted and why, a sentence.
    var leftOut: String {
        let unknown = rows.reduce(0) { $0 + $1.unknown }
        let outside = rows.reduce(0) { $0 + $1.outside }
        return "Answer not known: \(unknown)\(indicator.isUnknownKept ? ", still in N" : ""); "
            + "closed otherwise and not counted: \(outside)."
    }
}
