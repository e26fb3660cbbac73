import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres
import Statistics

/// The report of how long treatment goes on until a child is placed.
package struct PlacementTimeReport: FactReport {
    /// The report; it is asked nothing besides.
    package init() {}

    package func read(_ ground: ReportGround, in transaction: Transaction) async throws -> PlacementTimes {
        let (request, scope) = (ground.request, ground.request.scope)
        let statement = Statement(
            embedded: String(decoding: PackageResources.time_to_placement_sql, as: UTF8.self),
            binding: [
                ground.numbers, scope.team?.text, ground.model?.text, request.period.from, request.period.halfOpenEnd,
                request.knownAt, ground.today, IndicatorReport.factShape, CareDaysReport.spellShape,
                scope.authority?.text,
            ])
        var cases: [Watched<PlacementTimes.Cause>] = []
        var stale = 0
        for row in try await transaction.query(statement) {
            stale += try row.decode("stale", as: Int.self)
            cases += try PlacementTimes.cases(of: row)
        }
        guard stale == 0 else { throw ReportFault.staleFacts(stale) }
        return PlacementTimes(answering: request.addingUp, cases)
    }
}

/// How long families were treated without a placement, and what came first.
package struct PlacementTimes: ReportAnswer {
    /// What ends the watching; the first to happen counts.
    package enum Cause: String, CaseIterable, Hashable, Sendable {
        /// The child came to live away from home.
        case placed
        /// Treatment ended for any other reason.
        case closed
        /// The child turned eighteen.
        case turned18 = "turned_18"

        /// The name that people use.
        package var title: String {
            switch self {
            case .placed: "Placed"
            case .closed: "Treatment ended otherwise"
            case .turned18: "Turned 18"
            }
        }
    }

    let request: ReportRequest
    /// The families, by days from the first session.
    package let cases: [Watched<Cause>]
    /// The share without a placement; who leaves for another cause is only watched no longer.
    package let curve: SurvivalCurve
    /// The share to which each cause has happened first.
    package let incidence: CumulativeIncidence<Cause>

    init(answering request: ReportRequest, _ cases: [Watched<Cause>]) {
        self.request = request
        self.cases = cases
        curve = SurvivalCurve(cases.compactMap { Watched($0.time, $0.cause == .placed ? Cause.placed : nil) })
        incidence = CumulativeIncidence(cases)
    }

    /// The families of one row, each by itself.
    fileprivate static func cases(of row: Row) throws -> [Watched<Cause>] {
        let cause = try row.decode("cause", as: String?.self).flatMap { Cause(rawValue: $0) }
        guard let one = Watched(try row.decode("days", as: Int.self), cause) else {
            throw ReportFault.inexact(.placed)
        }
        return Array(repeating: one, count: try row.decode("families", as: Int.self))
    }

    /// How many families a cause came first to.
    package func count(of cause: Cause) -> Int { cases.count { $0.cause == cause } }
}
