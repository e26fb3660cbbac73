/// A sealed text that an event refers to. The commitment proves later that the text is the one that was meant, and
/// stays when the text is erased.
public struct NarrativeReference: Hashable, Sendable {
    /// The text.
    public let id: NarrativeID
    /// SHA-256 over salt and sealed bytes: 32 bytes.
    public let commitment: [UInt8]

    /// A reference, or nil when the commitment has not 32 bytes.
    public init?(id: NarrativeID, commitment: [UInt8]) {
        guard commitment.count == 32 else { return nil }
        self.id = id
        self.commitment = commitment
    }
}
