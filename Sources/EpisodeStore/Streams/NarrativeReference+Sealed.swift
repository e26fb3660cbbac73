import Intervention
import Vault

extension NarrativeReference {
    /// What an event keeps of a text that the vault has sealed.
    package init?(_ sealed: SealedNarrative) {
        self.init(id: sealed.id, commitment: sealed.commitment.bytes)
    }
}

extension SealedNarrative {
    /// The sealed text that an event refers to.
    package init?(_ reference: NarrativeReference) {
        guard let commitment = Digest256(reference.commitment) else { return nil }
        self.init(id: reference.id, commitment: commitment)
    }
}
