import Postgres
import Vault

/// An event that is decided and hashed and waits for its INSERT.
struct PendingEvent {
    let columns: EventColumns
    let hash: Digest256

    /// The order in which events are inserted: writers that touch the same streams then wait for each other in the same
    /// order and cannot lock each other out.
    func precedes(_ other: PendingEvent) -> Bool {
        if columns.stream != other.columns.stream { return columns.stream < other.columns.stream }
        if columns.id != other.columns.id {
            return (columns.id.high, columns.id.low) < (other.columns.id.high, other.columns.id.low)
        }
        return columns.seq < other.columns.seq
    }
}
