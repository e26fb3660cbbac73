import Intervention

/// Something of a site in the database that this programme cannot read.
package enum SiteFault: Error, Hashable, Sendable {
    /// The site's time zone is not known to this system.
    case unknownTimeZone(SiteCode)
    /// The site has no configuration.
    case notConfigured(SiteCode)
    /// A row holds a word that this programme does not know.
    case unreadable(SiteID)
}

extension SiteFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .unknownTimeZone(let code): "this system does not know the time zone of site \(code): install tzdata"
        case .notConfigured(let code): "site \(code) has no configuration: run 'homeward site apply' with its file"
        case .unreadable(let id): "site number \(id.number) holds what this programme does not know: is it too old?"
        }
    }
}
