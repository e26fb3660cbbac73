import Intervention
import Postgres

/// The configurations of sites as they were applied, each version read and understood once: a version never changes, so
/// nothing here grows old. One for each database.
package final class SiteConfigurations: Sendable {
    /// A version that was applied.
    package struct Version: Sendable {
        /// The site file.
        package let file: SiteFile
        /// What it sets of the models' parameters.
        package let settings: SiteSettings
    }

    private enum Entry {
        case document(String)
        case understood(Version)
    }

    private let entries = Guarded<[SiteID: [SettingsVersion: Entry]]>([:])

    /// None yet.
    package init() {}

    /// Reads the versions of a site that are not here yet, in a transaction under its scope. One round trip, and none
    /// when all are here.
    package func read(_ site: Site, in transaction: Transaction) async throws {
        let last = entries.withLock { $0[site.id]?.keys.max()?.number } ?? 0
        guard last < site.settings.number else { return }
        let rows = try await transaction.query(
            """
            SELECT version, document FROM site.configuration
            WHERE site_id = \(site.id.number) AND version > \(last) ORDER BY version
            """
        )
        for row in rows {
            let (number, document) = try row.decode(Int32.self, String.self)
            entries.withLock { entries in
                if entries[site.id]?[SettingsVersion(number)] != nil { return }
                entries[site.id, default: [:]][SettingsVersion(number)] = .document(document)
            }
        }
    }

    /// A version of a site that was read before.
    /// - Throws: ``SiteFault/unreadableConfiguration(_:_:_:)`` when this programme does not understand it, and
    ///   ``SiteFault/noVersion(_:_:)``.
    package func version(_ version: SettingsVersion, of site: Site) throws(SiteFault) -> Version {
        let entry = entries.withLock { $0[site.id]?[version] }
        switch entry {
        case .understood(let known): return known
        case .document(let document):
            let file = try SiteFault.reading(document, of: site.code, version)
            let understood = Version(
                file: file, settings: SiteSettings(version: version, file.settings, consent: file.consent))
            entries.withLock { $0[site.id]?[version] = .understood(understood) }
            return understood
        case nil: throw .noVersion(site.code, version)
        }
    }
}
