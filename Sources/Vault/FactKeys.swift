import Crypto
import Intervention

/// Makes the keys under which reports know a site's episodes: HMAC of the id under a key of the site's own. The site can
/// join facts to its episodes; nobody else can.
package struct FactKeys: Sendable {
    private let key: SymmetricKey

    init(key: SymmetricKey) {
        self.key = key
    }

    /// The key of an episode's facts.
    package func key(of episode: EpisodeID) -> Digest256 {
        Digest256(HMAC<SHA256>.authenticationCode(for: episode.bytes, using: key))
    }
}

extension FactKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a site's fact keys (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
