/// Why somebody could not be signed in through an identity provider.
///
/// The reason is for the log alone: outside, all of them are one sentence. It is one word of a closed list and carries
/// nothing that came from the provider or the browser.
package struct OpenIDFault: Error, Hashable, Sendable {
    /// The reasons.
    package enum Reason: String, CaseIterable, Hashable, Sendable {
        // The provider itself
        case unreachable
        case tooSlow = "too-slow"
        case tooLarge = "too-large"
        case redirected
        case badStatus = "bad-status"
        case badDocument = "bad-document"
        case otherIssuer = "other-issuer"
        case foreignAddress = "foreign-address"
        case noCommonWay = "no-common-way"
        case badKeys = "bad-keys"
        // What the browser brings back
        case badAnswer = "bad-answer"
        case deniedByProvider = "denied-by-provider"
        case otherState = "other-state"
        // What the token request gives
        case codeRefused = "code-refused"
        case badTokenAnswer = "bad-token-answer"
        // The token
        case malformed
        case badHeader = "bad-header"
        case badAlgorithm = "bad-algorithm"
        case unknownKey = "unknown-key"
        case badSignature = "bad-signature"
        case badIssuer = "bad-issuer"
        case badAudience = "bad-audience"
        case expired
        case notYetValid = "not-yet-valid"
        case tooOld = "too-old"
        case badNonce = "bad-nonce"
        case badSubject = "bad-subject"
        case otherAccessToken = "other-access-token"
        // The person
        case unknownPerson = "unknown-person"
    }

    /// The reason.
    package let reason: Reason

    /// A fault.
    package init(_ reason: Reason) {
        self.reason = reason
    }
}

extension OpenIDFault: CustomStringConvertible, CustomDebugStringConvertible {
    /// The same for every reason.
    package var description: String { "the identity provider did not sign you in" }

    /// With the reason, for the log.
    package var debugDescription: String { "the identity provider did not sign somebody in: \(reason.rawValue)" }
}
