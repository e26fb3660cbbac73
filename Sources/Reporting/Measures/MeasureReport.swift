import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres

/// Reads what models measure beside the indicator table from the reporting facts.
enum MeasureReport {
    /// The shape of a model's facts that this report understands; of episodes' facts it is the indicators' own.
    static let factShape: Int16 = 2

    /// Counts measures.
    /// - Parameters:
    ///   - today: the day it is at the sites at the time of knowledge.
    /// - Throws: ``ReportFault/staleFacts(_:)``, or the database's fault.
    static func read(
        _ questions: [MeasureQuestion], of request: ReportRequest, today: CivilDate, sites: [SiteID],
        in transaction: Transaction
    ) async throws -> [MeasureQuestion: MeasureTally] {
        guard !questions.isEmpty else { return [:] }
        let list = ReportValue.array(questions.enumerated().map { place, question in question.value(at: place) })
        let statement = Statement(
            embedded: text,
            binding: [
                sites.map(\.number), request.scope.team?.text, JSONText(list.json()), request.period.from,
                request.period.halfOpenEnd, request.knownAt, today, factShape,
                CareDaysReport.spellShape, request.scope.authority?.text,
            ]
        )
        var tallies: [MeasureQuestion: MeasureTally] = [:]
        for row in try await transaction.query(statement) {
            let stale = try row.decode("stale", as: Int.self)
            guard stale == 0 else { throw ReportFault.staleFacts(stale) }
            tallies[questions[try row.decode("place", as: Int.self)]] = try MeasureTally(row: row)
        }
        return tallies
    }

    private static let text = String(decoding: PackageResources.measures_sql, as: UTF8.self)
}
