import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres

/// Reads the valid interviews of a period from the reporting facts of one site.
package enum AdherenceReport {
    /// The shape of interviews' facts that this report understands; of episodes' facts it is the indicators' own.
    static let shape: Int16 = 1

    /// The interviews of a period by family and by who had it.
    /// - Parameters:
    ///   - request: the question; of its scope the site and the authority count. The period is of days of interviews.
    ///   - site: the site in whose scope the transaction is, begun with ``IndicatorReport/planning`` after everything
    ///     stamped up to the time of knowledge was committed.
    /// - Throws: ``ReportFault/staleFacts(_:)``, or the database's fault.
    package static func read(
        _ request: ReportRequest, of site: SiteID, in transaction: Transaction
    ) async throws -> [FamilyInterviews] {
        let statement = Statement(
            embedded: text,
            binding: [
                site.number, request.period.from, request.period.halfOpenEnd, request.knownAt, shape,
                IndicatorReport.factShape, request.scope.authority?.text,
            ]
        )
        var families: [FamilyInterviews] = []
        var stale = 0
        for row in try await transaction.query(statement) {
            stale += try row.decode("stale", as: Int.self)
            if let model = try row.decode("model_id", as: String?.self) {
                families.append(try FamilyInterviews(row, under: model))
            }
        }
        guard stale == 0 else { throw ReportFault.staleFacts(stale) }
        return families
    }

    private static let text = String(decoding: PackageResources.adherence_sql, as: UTF8.self)
}

extension FamilyInterviews {
    fileprivate init(_ row: Row, under model: String) throws {
        guard let model = ModelID(model), let team = TeamCode(try row.decode("team", as: String.self)) else {
            throw ReportFault.inexact(.meanAdherence)
        }
        self.init(
            of: EpisodeKey(try row.decode("episode_key", as: [UInt8].self)), under: model, with: team,
            try row.decode("therapist", as: String?.self).flatMap { StaffCode($0) },
            interviews: try row.decode("interviews", as: Int.self), scoreSum: try row.decode("score_sum", as: Int.self)
        )
    }
}
