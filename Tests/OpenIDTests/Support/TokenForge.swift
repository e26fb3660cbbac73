import Crypto
import CryptoExtras
import Foundation

/// Makes tokens, good and bad ones, with keys of its own.
struct TokenForge: Sendable {
    let rsa: _RSA.Signing.PrivateKey
    let curve = P256.Signing.PrivateKey()

    init() throws { rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    /// The forge that the tests share: making a key takes its time.
    static let shared = Result { try TokenForge() }

    /// The public keys, as a provider publishes them; the RSA one is named `r`, the other `c`.
    var keys: String {
        get throws {
            let numbers = try rsa.publicKey.getKeyPrimitives()
            let point = curve.publicKey.rawRepresentation
            return JSONText.of([
                "keys": [
                    [
                        "kty": "RSA", "kid": "r", "use": "sig", "n": b64(numbers.modulus),
                        "e": b64(numbers.publicExponent),
                    ],
                    ["kty": "EC", "kid": "c", "crv": "P-256", "x": b64(point.prefix(32)), "y": b64(point.suffix(32))],
                    ["kty": "oct", "kid": "s", "k": "c2VjcmV0"],
                ]
            ])
        }
    }

    /// How a token is signed.
    enum Hand: Sendable {
        case rsa
        case pss
        case curve
        case secret(Data)
        case nobody
    }

    func token(_ header: [String: Any], _ claims: [String: Any], by hand: Hand = .rsa) throws -> String {
        try sign(b64(Data(JSONText.of(header).utf8)) + "." + b64(Data(JSONText.of(claims).utf8)), by: hand)
    }

    /// Signs two parts as they are.
    func sign(_ parts: String, by hand: Hand = .rsa) throws -> String {
        let bytes = Data(parts.utf8)
        let digest = SHA256.hash(data: bytes)
        let signature: Data
        switch hand {
        case .rsa: signature = try rsa.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
        case .pss: signature = try rsa.signature(for: digest, padding: .PSS).rawRepresentation
        case .curve: signature = try curve.signature(for: bytes).rawRepresentation
        case .secret(let secret):
            signature = Data(HMAC<SHA256>.authenticationCode(for: bytes, using: .init(data: secret)))
        case .nobody: signature = Data()
        }
        return parts + "." + b64(signature)
    }
}

/// Base64 for addresses, without padding.
func b64(_ data: Data) -> String {
    data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
        .replacingOccurrences(of: "=", with: "")
}
