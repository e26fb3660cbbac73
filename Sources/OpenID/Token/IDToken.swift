import CivilDate
import Crypto
import Foundation

/// A token as it came: three parts, of which nothing is believed yet.
struct IDToken {
    let header: TokenHeader
    private let text: String
    private let payload: Data

    /// Takes it apart.
    /// - Throws: ``OpenIDFault`` when it is too large, has not the form of one, or its header asks for more than we do.
    init(_ text: String) throws(OpenIDFault) {
        guard text.utf8.count <= OpenIDLimits.token else { throw OpenIDFault(.tooLarge) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let head = Base64URL.data(parts[0]), let payload = Base64URL.data(parts[1]),
            Base64URL.data(parts[2]) != nil
        else { throw OpenIDFault(.malformed) }
        do {
            header = try JSONDecoder().decode(TokenHeader.self, from: head)
        } catch {
            throw error as? OpenIDFault ?? OpenIDFault(.malformed)
        }
        self.text = text
        self.payload = payload
    }

    /// What it says, when the key signed it.
    func claims(signedWith key: ProviderKey) async throws -> IDClaims {
        guard await key.signed(text, header.algorithm) else { throw OpenIDFault(.badSignature) }
        guard let claims = try? JSONDecoder().decode(IDClaims.self, from: payload) else {
            throw OpenIDFault(.malformed)
        }
        return claims
    }
}

/// What a token must say to be taken (OpenID Connect Core 1.0, section 3.1.3.7), stricter where it leaves a choice: one
/// audience, no older than this sign-in can be.
struct IDTokenCheck {
    let issuer: Issuer
    let nonce: OneTimeText
    let accessToken: String?
    let now: Instant

    /// Who it is about.
    func identity(of claims: IDClaims) throws(OpenIDFault) -> Identity {
        guard claims.issuer == issuer.text else { throw OpenIDFault(.badIssuer) }
        guard claims.audience == [issuer.clientID], claims.authorizedParty ?? issuer.clientID == issuer.clientID else {
            throw OpenIDFault(.badAudience)
        }
        try checkTimes(of: claims)
        guard nonce.isEqual(to: claims.nonce) else { throw OpenIDFault(.badNonce) }
        guard (1...255).contains(claims.subject.utf8.count), claims.subject.utf8.allSatisfy({ (0x20...0x7E) ~= $0 })
        else {
            throw OpenIDFault(.badSubject)
        }
        if let hash = claims.accessTokenHash {
            guard let accessToken, ConstantTime.areEqual(hash, IDTokenCheck.halfHash(accessToken)) else {
                throw OpenIDFault(.otherAccessToken)
            }
        }
        return Identity(
            issuer: claims.issuer, subject: claims.subject, authenticatedAt: claims.authenticated,
            contextClass: claims.contextClass, methods: claims.methods)
    }

    private func checkTimes(of claims: IDClaims) throws(OpenIDFault) {
        let (early, late) = (now.adding(microseconds: -OpenIDLimits.skew), now.adding(microseconds: OpenIDLimits.skew))
        guard claims.expires > early else { throw OpenIDFault(.expired) }
        guard claims.issued <= late, claims.notBefore ?? claims.issued <= late,
            claims.authenticated ?? claims.issued <= late
        else { throw OpenIDFault(.notYetValid) }
        guard claims.issued >= early.adding(microseconds: -OpenIDLimits.tokenAge) else { throw OpenIDFault(.tooOld) }
    }

    /// The left half of the token's SHA-256 (section 3.1.3.6); all our algorithms hash with it.
    private static func halfHash(_ token: String) -> String {
        Base64URL.text(Data(SHA256.hash(data: Data(token.utf8)).prefix(16)))
    }
}
