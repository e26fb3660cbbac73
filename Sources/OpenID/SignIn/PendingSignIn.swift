import Foundation

/// A sign-in that was begun: what must come back, kept on our side until it does.
package struct PendingSignIn: Sendable {
    /// What the browser brings back.
    package let state: OneTimeText
    /// What the token must hold.
    package let nonce: OneTimeText
    /// What proves to the provider that we are the one who began.
    package let verifier: OneTimeText
    /// Where the browser comes back to.
    package let returningTo: URL

    /// A sign-in that begins now.
    package init(returningTo: URL) {
        self.init(state: OneTimeText(), nonce: OneTimeText(), verifier: OneTimeText(), returningTo: returningTo)
    }

    /// A sign-in as it was kept.
    package init(state: OneTimeText, nonce: OneTimeText, verifier: OneTimeText, returningTo: URL) {
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
        self.returningTo = returningTo
    }

    /// Where the browser is sent.
    func address(of metadata: ProviderMetadata, _ issuer: Issuer) throws -> URL {
        guard var parts = URLComponents(url: metadata.authorization, resolvingAgainstBaseURL: false) else {
            throw OpenIDFault(.badDocument)
        }
        let ours = [
            ("response_type", "code"), ("client_id", issuer.clientID), ("redirect_uri", returningTo.absoluteString),
            ("scope", "openid"), ("state", state.text), ("nonce", nonce.text), ("code_challenge", verifier.challenge),
            ("code_challenge_method", "S256"),
        ]
        let theirs = parts.percentEncodedQuery.map { $0 + "&" } ?? ""
        parts.percentEncodedQuery = theirs + FormText.of(ours)
        guard let url = parts.url else { throw OpenIDFault(.badDocument) }
        return url
    }
}

/// Names and values as a form sends them.
enum FormText {
    static func of(_ items: [(String, String)]) -> String {
        items.map { "\(encoded($0))=\(encoded($1))" }.joined(separator: "&")
    }

    static func encoded(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
