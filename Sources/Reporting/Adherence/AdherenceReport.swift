import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres

/// Reads the valid interviews of a period from the record of one site.
package enum AdherenceReport {
    /// The shape of interviews' rows that this report understands.
    private static let shape: Int16 = 1

    /// The interviews of a period by family and by who had it.
    /// - Parameters:
    ///   - period: the days that count.
    ///   - site: the site in whose scope the transaction is.
    /// - Throws: ``ReportFault/staleFacts(_:)``, or the database's fault.
    package static func read(
        _ period: CivilPeriod, of site: SiteID, in transaction: Transaction
    ) async throws -> [FamilyInterviews] {
        let statement = Statement(
            embedded: text, binding: [site.number, period.from, period.halfOpenEnd, shape]
        )
        var families: [FamilyInterviews] = []
        for row in try await transaction.query(statement) {
            let stale = try row.decode("stale", as: Int.self)
            guard stale == 0 else { throw ReportFault.staleFacts(stale) }
            families.append(try FamilyInterviews(row))
        }
        return families
    }

    private static let text = String(decoding: PackageResources.adherence_sql, as: UTF8.self)
}

extension FamilyInterviews {
    fileprivate init(_ row: Row) throws {
        let id = try row.decode("episode_id", as: UUIDBytes.self)
        guard let model = ModelID(try row.decode("model_id", as: String.self)),
            let team = TeamCode(try row.decode("team", as: String.self))
        else { throw ReportFault.inexact(.meanAdherence) }
        self.init(
            of: EpisodeID(high: id.high, low: id.low), under: model, with: team,
            try row.decode("therapist", as: String?.self).flatMap { StaffCode($0) },
            interviews: try row.decode("interviews", as: Int.self), scoreSum: try row.decode("score_sum", as: Int.self)
        )
    }
}
