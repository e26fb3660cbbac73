/// The algorithms that a token may be signed with: those of public keys, so that no token can be made with what everybody
/// may read, and `none` is none.
enum SigningAlgorithm: String, Sendable {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"

    /// What kind of key it takes.
    var keyType: String {
        switch self {
        case .rs256, .ps256: "RSA"
        case .es256: "EC"
        }
    }
}
