import Crypto
import Intervention

/// Makes the keys under which reports know what a site keeps: HMAC of the id under keys of the site's own, one for each
/// kind of thing. The site can join facts to its record; nobody else can.
package struct FactKeys: Sendable {
    private let episode: SymmetricKey
    private let child: SymmetricKey
    private let spell: SymmetricKey

    init(episode: SymmetricKey, child: SymmetricKey, spell: SymmetricKey) {
        self.episode = episode
        self.child = child
        self.spell = spell
    }

    /// The key of an episode's facts.
    package func key(of episode: EpisodeID) -> Digest256 {
        Digest256(HMAC<SHA256>.authenticationCode(for: episode.bytes, using: self.episode))
    }

    /// The key of a child, the same in the facts of its episodes and of its spells.
    package func key(of child: ChildID) -> Digest256 {
        Digest256(HMAC<SHA256>.authenticationCode(for: child.bytes, using: self.child))
    }

    /// The key of a child's spell in one place.
    package func key(of placement: PlacementID, in child: ChildID) -> Digest256 {
        key(child.bytes + [1] + placement.bytes)
    }

    /// The key of a child's spell of provision.
    package func key(of provision: ProvisionID, in child: ChildID) -> Digest256 {
        key(child.bytes + [2] + provision.bytes)
    }

    /// The key of something that a model records of an episode.
    package func key(of fact: FactID, in episode: EpisodeID) -> Digest256 {
        key(episode.bytes + [3] + fact.bytes)
    }

    /// The key of somebody who takes part in an episode and is no child of the site's own.
    package func key(of participant: ParticipantID, in episode: EpisodeID) -> Digest256 {
        key(episode.bytes + [4] + participant.bytes)
    }

    /// The key of an interview of an episode.
    package func key(of interview: InterviewID, in episode: EpisodeID) -> Digest256 {
        key(episode.bytes + [5] + interview.bytes)
    }

    private func key(_ bytes: [UInt8]) -> Digest256 {
        Digest256(HMAC<SHA256>.authenticationCode(for: bytes, using: spell))
    }
}

extension FactKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a site's fact keys (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
