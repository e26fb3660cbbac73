import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres

/// Reads what a service did beside the outcomes of its families from the reporting facts.
enum ServiceReport {
    /// Counts by model, or of all models pooled under `all`.
    /// - Parameters:
    ///   - today: the day it is at the sites at the time of knowledge.
    ///   - models: the models of the programme.
    ///   - settings: the values of their parameters; a model that is missing has its standard ones.
    /// - Throws: ``ReportFault/staleFacts(_:)``, or the database's fault.
    static func read(
        _ request: ReportRequest, today: CivilDate, sites: [SiteID], models: ModelRegistry,
        settings: [ModelID: ModelSettings], in transaction: Transaction
    ) async throws -> [String: ServiceSums] {
        let scope = request.scope
        let only: ModelID? = if case .one(let id) = scope.models { id } else { nil }
        let rhythms = rhythms(of: models, with: settings)
        let statement = Statement(
            embedded: text,
            binding: [
                sites.map(\.number), scope.team?.text, only?.text, scope.models == .pooled, request.period.from,
                request.period.halfOpenEnd, request.knownAt, today, IndicatorReport.factShape, AdherenceReport.shape,
                scope.authority?.text, rhythms.map(\.model.text), rhythms.map(\.rhythm.firstAfter),
                rhythms.map(\.rhythm.every), rhythms.map(\.rhythm.firstAfter).max() ?? 0,
                rhythms.map(\.rhythm.every).max() ?? 0,
            ]
        )
        // The text says why; what follows in the transaction is planned as ever.
        let rows = try await transaction.pipeline([
            "SET LOCAL enable_hashjoin = off", statement, "RESET enable_hashjoin",
        ])[1]
        var sums: [String: ServiceSums] = [:]
        for row in rows {
            let stale = try row.decode("stale", as: Int.self)
            guard stale == 0 else { throw ReportFault.staleFacts(stale) }
            sums[try row.decode("model", as: String.self)] = try ServiceSums(row: row)
        }
        return sums
    }

    /// The models whose families are asked, with when.
    private static func rhythms(
        of models: ModelRegistry, with settings: [ModelID: ModelSettings]
    ) -> [(model: ModelID, rhythm: InterviewRhythm)] {
        models.ids.compactMap { id in
            models.newest(id).flatMap { InterviewRhythm(of: $0, with: settings[id]) }.map { (id, $0) }
        }
    }

    private static let text = String(decoding: PackageResources.service_sql, as: UTF8.self)
}
