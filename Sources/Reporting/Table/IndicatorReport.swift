import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres

/// Reads the indicator table from the reporting facts.
package enum IndicatorReport {
    /// The shape of facts that this report understands. Facts of another shape are refused, not misread.
    package static let factShape: Int16 = 4

    /// Settings under which the report's SQL has to run: planned with its values, so that the indexes of the current
    /// facts serve when no time of knowledge is asked for; and with memory for one row a child of a whole network.
    package static let planning: [(name: String, value: String)] = [
        ("plan_cache_mode", "force_custom_plan"), ("work_mem", "64MB"),
    ]

    /// Reads the table.
    /// - Parameters:
    ///   - request: the question.
    ///   - today: the day it is at the sites at the time of knowledge: a follow-up of a later day is not due.
    ///   - sites: the sites of its scope.
    ///   - models: the models of the programme.
    ///   - running: the models that the scope runs; each gets its rows, whether or not anything happened.
    ///   - settings: the values by which a model's targets are read; a model that is missing has its standard ones.
    ///   - posts: those of the therapists of the scope.
    ///   - transaction: one whose role may see the facts of all the sites, begun with ``planning`` after everything
    ///     stamped up to the time of knowledge was committed.
    /// - Throws: ``ReportFault/staleFacts(_:)``, or the database's fault.
    package static func read(
        _ request: ReportRequest, today: CivilDate, sites: [SiteID], models: ModelRegistry,
        running: Set<ModelID>, settings: [ModelID: ModelSettings] = [:],
        posts: TherapistPosts = .unknown(.notStated([])), in transaction: Transaction
    ) async throws -> IndicatorTable {
        let rows = try await transaction.query(statement(request, sites: sites))
        var sums: [String: IndicatorSums] = [:]
        for row in rows {
            let stale = try row.decode("stale", as: Int.self)
            guard stale == 0 else { throw ReportFault.staleFacts(stale) }
            sums[try row.decode("model", as: String.self)] = try IndicatorSums(row: row)
        }
        let questions = IndicatorTable.questions(request, sums: sums, models: models, running: running)
        let tallies = try await MeasureReport.read(
            questions, of: request, today: today, sites: sites, in: transaction)
        let service = try await ServiceReport.read(
            request, today: today, sites: sites, models: models, settings: settings, in: transaction)
        return try IndicatorTable(
            answering: request, sums: sums, models: models, running: running, settings: settings, tallies: tallies,
            service: service, posts: posts)
    }

    /// The report's SQL with the values of a question.
    private static func statement(_ request: ReportRequest, sites: [SiteID]) -> Statement {
        let scope = request.scope
        let only: ModelID? = if case .one(let id) = scope.models { id } else { nil }
        return Statement(
            embedded: text,
            binding: [
                sites.map(\.number), scope.team?.text, only?.text, scope.models == .pooled, request.period.from,
                request.period.halfOpenEnd, request.knownAt, factShape, scope.authority?.text,
            ]
        )
    }

    private static let text = String(decoding: PackageResources.indicators_sql, as: UTF8.self)
}
