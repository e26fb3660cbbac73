import CivilDate
import Intervention
@_spi(EmbeddedText) import Postgres

/// Reads which local authorities the referrals of sites name.
package enum AuthorityReport {
    /// The authorities, each once, by code.
    /// - Parameters:
    ///   - sites: the sites that are counted.
    ///   - knownAt: nil for what is known now.
    ///   - transaction: one whose role may see the facts of all the sites.
    /// - Throws: the database's fault.
    package static func read(
        of sites: [SiteID], knownAt: Instant?, in transaction: Transaction
    ) async throws -> [AuthorityCode] {
        try await transaction.query(Statement(embedded: text, binding: [sites.map(\.number), knownAt]))
            .column(0, as: String.self).compactMap { AuthorityCode($0) }
    }

    private static let text = String(decoding: PackageResources.authorities_sql, as: UTF8.self)
}
