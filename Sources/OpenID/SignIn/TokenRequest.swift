import Foundation

/// The exchange of a code for tokens.
struct TokenRequest {
    let code: String
    let pending: PendingSignIn
    let issuer: Issuer
    let secret: ClientSecret?

    /// What the provider gives for the code.
    struct Tokens: Decodable {
        let idToken: String
        let accessToken: String?
        let type: String

        enum CodingKeys: String, CodingKey {
            case idToken = "id_token"
            case accessToken = "access_token"
            case type = "token_type"
        }
    }

    func tokens(from metadata: ProviderMetadata, _ outbound: Outbound) async throws -> Tokens {
        var form = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", pending.returningTo.absoluteString),
            ("code_verifier", pending.verifier.text),
        ]
        var authorization: String?
        switch (secret, metadata.proof) {
        case (let secret?, .header): authorization = header(secret)
        case (let secret?, .form): form += [("client_id", issuer.clientID), ("client_secret", secret.text)]
        case (nil, _): form.append(("client_id", issuer.clientID))
        }
        let data: Data
        do {
            data = try await outbound.answer(at: metadata.token, form: form, authorization: authorization)
        } catch let fault as OpenIDFault where fault.reason == .badStatus {
            throw OpenIDFault(.codeRefused)
        }
        guard let tokens = try? JSONDecoder().decode(Tokens.self, from: data), tokens.type.lowercased() == "bearer"
        else {
            throw OpenIDFault(.badTokenAnswer)
        }
        return tokens
    }

    /// RFC 6749, section 2.3.1: both are encoded as in a form before they are joined.
    private func header(_ secret: ClientSecret) -> String {
        let pair = "\(FormText.encoded(issuer.clientID)):\(FormText.encoded(secret.text))"
        return "Basic " + Data(pair.utf8).base64EncodedString()
    }
}
