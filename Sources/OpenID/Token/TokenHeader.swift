import Foundation

/// The header of a token: by what it is signed, and by which key. Everything that would bring a key along, or change what
/// is signed, is refused.
struct TokenHeader: Decodable {
    let algorithm: SigningAlgorithm
    let key: String?

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        guard Field.refused.allSatisfy({ !fields.contains($0) }) else { throw OpenIDFault(.badHeader) }
        if let type = try fields.decodeIfPresent(String.self, forKey: .typ), type.uppercased() != "JWT" {
            throw OpenIDFault(.badHeader)
        }
        guard let algorithm = SigningAlgorithm(rawValue: try fields.decode(String.self, forKey: .alg)) else {
            throw OpenIDFault(.badAlgorithm)
        }
        self.algorithm = algorithm
        key = try fields.decodeIfPresent(String.self, forKey: .kid)
        if let key, !(1...256).contains(key.utf8.count) { throw OpenIDFault(.badHeader) }
    }

    private enum Field: String, CodingKey {
        case alg
        case kid
        case typ
        case crit
        case b64
        case zip
        case enc
        case jku
        case jwk
        case x5u
        case x5c

        static let refused: [Field] = [.crit, .b64, .zip, .enc, .jku, .jwk, .x5u, .x5c]
    }
}
