import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0, section 3), as far as we need it.
struct ProviderMetadata: Sendable {
    /// How we prove to the provider's token endpoint that we are its client.
    enum ClientProof: Sendable {
        case header
        case form
    }

    let authorization: URL
    let token: URL
    let keys: URL
    let algorithms: Set<SigningAlgorithm>
    let proof: ClientProof
    /// Whether it names itself in what the browser brings back (RFC 9207).
    let namesItself: Bool

    /// - Throws: ``OpenIDFault`` when it is another issuer's, leads elsewhere, or offers nothing that we take.
    init(_ json: Data, of issuer: Issuer) throws(OpenIDFault) {
        guard let document = try? JSONDecoder().decode(Document.self, from: json) else {
            throw OpenIDFault(.badDocument)
        }
        guard document.issuer == issuer.text else { throw OpenIDFault(.otherIssuer) }
        authorization = try ProviderMetadata.address(document.authorizationEndpoint, of: issuer)
        token = try ProviderMetadata.address(document.tokenEndpoint, of: issuer)
        keys = try ProviderMetadata.address(document.jwksURI, of: issuer)
        algorithms = Set(document.signing.compactMap(SigningAlgorithm.init(rawValue:)))
        let challenges = document.challenges ?? ["S256"]
        guard document.responseTypes.contains("code"), challenges.contains("S256"), !algorithms.isEmpty else {
            throw OpenIDFault(.noCommonWay)
        }
        let proofs = document.proofs ?? ["client_secret_basic"]
        proof = !proofs.contains("client_secret_basic") && proofs.contains("client_secret_post") ? .form : .header
        namesItself = document.namesItself ?? false
    }

    private static func address(_ text: String, of issuer: Issuer) throws(OpenIDFault) -> URL {
        guard let url = URL(string: text), issuer.owns(url) else { throw OpenIDFault(.foreignAddress) }
        return url
    }

    private struct Document: Decodable {
        let issuer: String
        let authorizationEndpoint: String
        let tokenEndpoint: String
        let jwksURI: String
        let responseTypes: [String]
        let signing: [String]
        let challenges: [String]?
        let proofs: [String]?
        let namesItself: Bool?

        enum CodingKeys: String, CodingKey {
            case issuer
            case authorizationEndpoint = "authorization_endpoint"
            case tokenEndpoint = "token_endpoint"
            case jwksURI = "jwks_uri"
            case responseTypes = "response_types_supported"
            case signing = "id_token_signing_alg_values_supported"
            case challenges = "code_challenge_methods_supported"
            case proofs = "token_endpoint_auth_methods_supported"
            case namesItself = "authorization_response_iss_parameter_supported"
        }
    }
}
