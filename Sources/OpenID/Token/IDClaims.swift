import CivilDate
import Foundation

/// What a token says.
struct IDClaims: Decodable {
    let issuer: String
    let subject: String
    let audience: [String]
    let authorizedParty: String?
    let expires: Instant
    let issued: Instant
    let notBefore: Instant?
    let nonce: String
    let accessTokenHash: String?
    let authenticated: Instant?
    let contextClass: String?
    let methods: [String]

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        issuer = try fields.decode(String.self, forKey: .iss)
        subject = try fields.decode(String.self, forKey: .sub)
        if let one = try? fields.decode(String.self, forKey: .aud) {
            audience = [one]
        } else {
            audience = try fields.decode([String].self, forKey: .aud)
        }
        authorizedParty = try fields.decodeIfPresent(String.self, forKey: .azp)
        expires = try IDClaims.instant(fields.decode(Double.self, forKey: .exp))
        issued = try IDClaims.instant(fields.decode(Double.self, forKey: .iat))
        notBefore = try fields.decodeIfPresent(Double.self, forKey: .nbf).map(IDClaims.instant)
        nonce = try fields.decode(String.self, forKey: .nonce)
        accessTokenHash = try fields.decodeIfPresent(String.self, forKey: .accessTokenHash)
        authenticated = try fields.decodeIfPresent(Double.self, forKey: .authTime).map(IDClaims.instant)
        contextClass = try fields.decodeIfPresent(String.self, forKey: .acr)
        methods = try fields.decodeIfPresent([String].self, forKey: .amr) ?? []
    }

    /// Seconds since 1970 between then and the year 9999.
    private static func instant(_ seconds: Double) throws -> Instant {
        guard seconds >= 0, seconds <= 253_402_300_799 else { throw OpenIDFault(.malformed) }
        return Instant(microseconds: Int64(seconds * 1_000_000))
    }

    private enum Field: String, CodingKey {
        case iss
        case sub
        case aud
        case azp
        case exp
        case iat
        case nbf
        case nonce
        case accessTokenHash = "at_hash"
        case authTime = "auth_time"
        case acr
        case amr
    }
}
