package import Intervention
package import OpenID

/// What a provider's id stands for; it only marks a type.
package enum ProviderSubject: Sendable {}

/// The id of an identity provider of a site.
package typealias ProviderID = RecordID<ProviderSubject>

extension AccountCoded {
    /// Identity providers.
    package enum Provider: Sendable {}
}

/// What a provider is named in addresses and at the command line, such as `north-trust`.
package typealias ProviderCode = SiteGiven<AccountCoded.Provider>

/// An identity provider of a site, ready to be asked.
package struct Provider: Sendable {
    /// Its id.
    package let id: ProviderID
    /// Its code.
    package let code: ProviderCode
    /// The site that trusts it, and the only one whose people it can sign in.
    package let site: SiteID
    /// Its issuer, and who we are to it.
    package let issuer: Issuer
    /// What we prove that with; nil for a client without a secret.
    package let secret: ClientSecret?
}
