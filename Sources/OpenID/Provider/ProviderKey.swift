import JWTKit

/// A public key of a provider: RSA of at least 2048 bits, or P-256.
struct ProviderKey: Sendable, Decodable {
    private enum Material: Sendable {
        case rsa(Insecure.RSA.PublicKey)
        case curve(ES256PublicKey)
    }

    let name: String?
    private let type: String
    private let algorithm: String?
    private let material: Material

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        name = try fields.decodeIfPresent(String.self, forKey: .kid)
        type = try fields.decode(String.self, forKey: .kty)
        algorithm = try fields.decodeIfPresent(String.self, forKey: .alg)
        guard try fields.decodeIfPresent(String.self, forKey: .use) ?? "sig" == "sig" else {
            throw OpenIDFault(.badKeys)
        }
        func text(_ field: Field) throws -> String { try fields.decode(String.self, forKey: field) }
        switch type {
        case "RSA":
            let modulus = try text(.n)
            // 8192 bits: more only costs time.
            guard modulus.utf8.count <= 1368 else { throw OpenIDFault(.badKeys) }
            material = .rsa(try Insecure.RSA.PublicKey(modulus: modulus, exponent: text(.e)))
        case "EC":
            guard try text(.crv) == "P-256" else { throw OpenIDFault(.badKeys) }
            material = .curve(try ES256PublicKey(parameters: (x: text(.x), y: text(.y))))
        default: throw OpenIDFault(.badKeys)
        }
    }

    /// Whether a token with that algorithm can have been signed with it.
    func fits(_ algorithm: SigningAlgorithm) -> Bool {
        type == algorithm.keyType && (self.algorithm ?? algorithm.rawValue) == algorithm.rawValue
    }

    /// Whether the token was signed with it.
    func signed(_ token: String, _ algorithm: SigningAlgorithm) async -> Bool {
        let keys = JWTKeyCollection()
        switch (material, algorithm) {
        case (.rsa(let key), .rs256): await keys.add(rsa: key, digestAlgorithm: .sha256)
        case (.rsa(let key), .ps256): await keys.add(pss: key, digestAlgorithm: .sha256)
        case (.curve(let key), .es256): await keys.add(ecdsa: key)
        default: return false
        }
        return (try? await keys.verify(token, as: SignedBytes.self)) != nil
    }

    private enum Field: String, CodingKey {
        case kid
        case kty
        case alg
        case use
        case n
        case e
        case crv
        case x
        case y
    }

    /// What is signed; it is read apart, once the signature is right.
    private struct SignedBytes: JWTPayload {
        func verify(using algorithm: some JWTAlgorithm) {}
    }
}
