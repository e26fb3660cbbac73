package import Intervention
internal import Vault

/// What one row of seals covers: the looks and events of a site, or the looks at figures of the network.
package enum SealStream: Hashable, Sendable {
    /// Looks and events of a site.
    case site(SiteID)
    /// Looks at figures of the network, which belong to no site.
    case network

    /// The number that stands in the codes of its seals: the site's, which begin with 1.
    var number: Int32 {
        switch self {
        case .site(let id): id.number
        case .network: 0
        }
    }
}

extension SealKey {
    /// The key of one stream.
    func of(_ stream: SealStream) -> SiteSealKey { ofSite(SiteID(stream.number)) }
}
