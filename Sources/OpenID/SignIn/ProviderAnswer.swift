/// What a browser brings back from a provider: a code for the token, or the provider's refusal.
package struct ProviderAnswer: Sendable {
    /// The state that we gave along; it says which sign-in this is.
    package let state: String
    let code: String?
    let issuer: String?

    /// Reads the names and values of the address that was returned to; others than ours are left alone.
    /// - Throws: ``OpenIDFault`` when one is given twice or too long, or state or code is missing.
    package init(_ items: [(name: String, value: String)]) throws(OpenIDFault) {
        var found: [String: String] = [:]
        for (name, value) in items where ["state", "code", "iss", "error"].contains(name) {
            guard found.updateValue(value, forKey: name) == nil, (1...2048).contains(value.utf8.count) else {
                throw OpenIDFault(.badAnswer)
            }
        }
        guard let state = found["state"], (found["code"] == nil) != (found["error"] == nil) else {
            throw OpenIDFault(.badAnswer)
        }
        self.state = state
        code = found["code"]
        issuer = found["iss"]
    }

    /// The code, when this answers the sign-in and comes from the provider.
    func code(for pending: PendingSignIn, from metadata: ProviderMetadata, _ expected: Issuer) throws -> String {
        guard pending.state.isEqual(to: state) else { throw OpenIDFault(.otherState) }
        // RFC 9207: who answers says who they are, so that one provider's code is not taken to another.
        if let issuer, issuer != expected.text { throw OpenIDFault(.otherIssuer) }
        if issuer == nil, metadata.namesItself { throw OpenIDFault(.otherIssuer) }
        guard let code else { throw OpenIDFault(.deniedByProvider) }
        return code
    }
}

extension ProviderAnswer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a provider's answer (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
