import CivilDate

/// Somebody as an identity provider knows them. Issuer and subject together are who they are; nothing else ever is: an
/// e-mail address can be given to somebody else.
package struct Identity: Hashable, Sendable {
    /// The issuer, to the letter.
    package let issuer: String
    /// Under what the issuer knows them; never given to another, 1 to 255 characters of ASCII.
    package let subject: String
    /// When they last proved to the provider who they are; nil when it does not say.
    package let authenticatedAt: Instant?
    /// The class of the proof (`acr`); nil when it does not say.
    package let contextClass: String?
    /// By what they proved it (`amr`), such as `pwd` or `otp`; empty when it does not say.
    package let methods: [String]

    /// Whether the provider says that more than one factor was used (RFC 8176: `mfa`).
    package var usedSecondFactor: Bool { methods.contains("mfa") }
}
