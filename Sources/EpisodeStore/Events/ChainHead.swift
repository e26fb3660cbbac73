import CivilDate
import Intervention
import Vault

/// Where a stream's chain ends.
struct ChainHead: Hashable, Sendable {
    var seq: StreamSeq
    var hash: Digest256
    /// Nil before the first event.
    var recordedAt: Instant?

    static let beforeFirst = ChainHead(seq: .beforeFirst, hash: .zero, recordedAt: nil)
}
