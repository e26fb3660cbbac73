import Foundation

/// The public keys that a provider signs with (RFC 7517).
struct ProviderKeys: Sendable {
    private let keys: [ProviderKey]

    /// Reads those that we can use; others stand there for others.
    /// - Throws: ``OpenIDFault`` when it is no set of keys.
    init(_ json: Data) throws(OpenIDFault) {
        guard let document = try? JSONDecoder().decode(Document.self, from: json),
            document.keys.count <= OpenIDLimits.keys
        else { throw OpenIDFault(.badKeys) }
        keys = document.keys.compactMap(\.key)
    }

    /// The key for a token; nil when there is none of that name and kind. A token that names no key needs a set in which
    /// only one is of its kind.
    func key(named name: String?, for algorithm: SigningAlgorithm) -> ProviderKey? {
        let fitting = keys.filter { $0.fits(algorithm) && (name == nil || $0.name == name) }
        return fitting.count == 1 ? fitting[0] : nil
    }

    private struct Document: Decodable {
        let keys: [Entry]
    }

    /// An entry of the set; one that cannot be read is none.
    private struct Entry: Decodable {
        let key: ProviderKey?

        init(from decoder: any Decoder) throws {
            key = try? ProviderKey(from: decoder)
        }
    }
}
