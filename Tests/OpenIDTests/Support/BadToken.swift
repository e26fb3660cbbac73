import CryptoExtras
import Foundation
import OpenID
import Testing

/// A token that must not be taken, and why not.
struct BadToken: Sendable, CustomTestStringConvertible {
    /// What a token is made from.
    struct Ground {
        let forge: TokenForge
        let claims: [String: Any]
        let now: Int

        func claims(_ changes: [String: Any?]) -> [String: Any] {
            claims.merging(changes.compactMapValues { $0 }) { $1 }.filter { changes[$0.key].map { $0 != nil } ?? true }
        }
    }

    let name: String
    let reason: OpenIDFault.Reason
    let make: @Sendable (Ground) throws -> String

    var testDescription: String { name }

    init(_ name: String, _ reason: OpenIDFault.Reason, _ make: @escaping @Sendable (Ground) throws -> String) {
        self.name = name
        self.reason = reason
        self.make = make
    }

    /// A token with other claims, signed as it should be.
    static func claims(
        _ name: String, _ reason: OpenIDFault.Reason, _ changes: @escaping @Sendable (Ground) -> [String: Any?]
    ) -> BadToken {
        BadToken(name, reason) { try $0.forge.token(["alg": "RS256", "kid": "r"], $0.claims(changes($0))) }
    }

    /// A token with another header.
    static func header(
        _ name: String, _ reason: OpenIDFault.Reason, _ header: [String: any Sendable],
        by hand: TokenForge.Hand = .rsa
    ) -> BadToken {
        BadToken(name, reason) { try $0.forge.token(header, $0.claims, by: hand) }
    }

    static let headers: [BadToken] = [
        header("no algorithm", .badAlgorithm, ["alg": "none"], by: .nobody),
        header("none in capitals", .badAlgorithm, ["alg": "NONE"], by: .nobody),
        header("none, yet signed", .badAlgorithm, ["alg": "none", "kid": "r"]),
        header("an empty signature", .badSignature, ["alg": "RS256", "kid": "r"], by: .nobody),
        header("a shared secret", .badAlgorithm, ["alg": "HS256", "kid": "r"], by: .secret(Data("secret".utf8))),
        BadToken("the public key as a shared secret", .badAlgorithm) {
            try $0.forge.token(
                ["alg": "HS256", "kid": "r"], $0.claims,
                by: .secret(Data($0.forge.rsa.publicKey.pemRepresentation.utf8)))
        },
        header(
            "the published secret of the set", .badAlgorithm, ["alg": "HS256", "kid": "s"],
            by: .secret(Data("secret".utf8))),
        header("an algorithm that is not in the list", .badAlgorithm, ["alg": "RS512", "kid": "r"]),
        header("an algorithm of another key", .unknownKey, ["alg": "ES256", "kid": "r"]),
        header("PSS said, PKCS signed", .badSignature, ["alg": "PS256", "kid": "r"]),
        header("a foreign key", .unknownKey, ["alg": "RS256", "kid": "x"]),
        header("the key of somebody else", .badSignature, ["alg": "ES256", "kid": "c"]),
        header("a key's address", .badHeader, ["alg": "RS256", "kid": "r", "jku": "https://evil.example/keys"]),
        header("a certificate's address", .badHeader, ["alg": "RS256", "kid": "r", "x5u": "https://evil.example/c"]),
        header("a certificate along with it", .badHeader, ["alg": "RS256", "kid": "r", "x5c": ["MIIB"]]),
        header("a key along with it", .badHeader, ["alg": "RS256", "jwk": ["kty": "RSA"]]),
        header("a header that must be understood", .badHeader, ["alg": "RS256", "kid": "r", "crit": ["exp"]]),
        header("a body that is not encoded", .badHeader, ["alg": "RS256", "kid": "r", "b64": false]),
        header("the type of an access token", .badHeader, ["alg": "RS256", "kid": "r", "typ": "at+jwt"]),
        header("a key's name that is a number", .malformed, ["alg": "RS256", "kid": 1]),
        header("no algorithm at all", .malformed, ["kid": "r"]),
        header("a name of a key that is a path", .unknownKey, ["alg": "RS256", "kid": "../../dev/null"]),
    ]

    static let said: [BadToken] = [
        claims("another issuer", .badIssuer) { _ in ["iss": "https://evil.example"] },
        claims("an issuer with a slash more", .badIssuer) { ["iss": ($0.claims["iss"] as? String ?? "") + "/"] },
        claims("another audience", .badAudience) { _ in ["aud": "somebody-else"] },
        claims("two audiences", .badAudience) { _ in ["aud": ["homeward", "somebody-else"]] },
        claims("two audiences and us as the party", .badAudience) { _ in
            ["aud": ["homeward", "somebody-else"], "azp": "homeward"]
        },
        claims("another party", .badAudience) { _ in ["azp": "somebody-else"] },
        claims("no audience", .malformed) { _ in ["aud": nil] },
        claims("an empty list of audiences", .badAudience) { _ in ["aud": [String]()] },
        claims("over", .expired) { ["exp": $0.now - 61] },
        claims("without an end", .malformed) { _ in ["exp": nil] },
        claims("an end in words", .malformed) { ["exp": "\($0.now + 300)"] },
        claims("an end beyond all years", .malformed) { _ in ["exp": 1e300] },
        claims("an end before all years", .malformed) { _ in ["exp": -1] },
        claims("from the future", .notYetValid) { ["iat": $0.now + 120] },
        claims("not yet valid", .notYetValid) { ["nbf": $0.now + 120] },
        claims("signed in in the future", .notYetValid) { ["auth_time": $0.now + 120] },
        claims("made long ago", .tooOld) { ["iat": $0.now - 720] },
        claims("no time of making", .malformed) { _ in ["iat": nil] },
        claims("another nonce", .badNonce) { _ in ["nonce": "another"] },
        claims("no nonce", .malformed) { _ in ["nonce": nil] },
        claims("nobody", .badSubject) { _ in ["sub": ""] },
        claims("no subject", .malformed) { _ in ["sub": nil] },
        claims("a subject that is too long", .badSubject) { _ in ["sub": String(repeating: "a", count: 256)] },
        claims("a subject beyond ASCII", .badSubject) { _ in ["sub": "zo\u{eb}"] },
        claims("a subject of two lines", .badSubject) { _ in ["sub": "a\nb"] },
        claims("of another access token", .otherAccessToken) { _ in ["at_hash": "AAAAAAAAAAAAAAAAAAAAAA"] },
    ]

    static let forms: [BadToken] = [
        BadToken("nothing", .malformed) { _ in "" },
        BadToken("no token", .malformed) { _ in "signed in, believe me" },
        BadToken("two parts", .malformed) {
            try String($0.good.split(separator: ".").prefix(2).joined(separator: "."))
        },
        BadToken("four parts", .malformed) { try $0.good + ".AAAA" },
        BadToken("a token within a token's encryption", .malformed) { try $0.good + ".AAAA.AAAA" },
        BadToken("padding", .malformed) { try $0.good + "==" },
        BadToken("a header that is no JSON", .malformed) { try $0.forge.sign("bm90IGpzb24.e30") },
        BadToken("claims that are no JSON", .badSignature) {
            try $0.forge.sign(b64(Data(#"{"alg":"RS256","kid":"r"}"#.utf8)) + "." + b64(Data("claims".utf8)))
        },
        BadToken("claims that are a list", .malformed) {
            try $0.forge.sign(b64(Data(#"{"alg":"RS256","kid":"r"}"#.utf8)) + "." + b64(Data("[]".utf8)))
        },
        BadToken("claims changed after signing", .badSignature) { ground in
            let parts = try ground.good.split(separator: ".")
            let claims = JSONText.of(ground.claims(["sub": "admin"]))
            return "\(parts[0]).\(b64(Data(claims.utf8))).\(parts[2])"
        },
        BadToken("huge", .tooLarge) {
            try $0.forge.token(["alg": "RS256"], ["pad": String(repeating: "a", count: 20_000)])
        },
    ]
}

extension BadToken.Ground {
    /// The token that is right.
    var good: String {
        get throws { try forge.token(["alg": "RS256", "kid": "r"], claims) }
    }
}
