package import OpenID

/// An identity provider that a site is to trust.
package struct ProviderWish: Sendable {
    let code: ProviderCode
    let issuer: Issuer
    let secret: ClientSecret?

    /// - Parameters:
    ///   - code: what it is to be called here.
    ///   - issuer: its issuer, and who we are to it.
    ///   - secret: what we prove that with; nil for a client without a secret.
    package init(_ code: ProviderCode, _ issuer: Issuer, secret: ClientSecret?) {
        self.code = code
        self.issuer = issuer
        self.secret = secret
    }
}
