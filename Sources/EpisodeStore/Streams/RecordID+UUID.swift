import Intervention
import Postgres

extension RecordID {
    /// The id as a statement binds it.
    var bound: UUIDBytes { UUIDBytes(high: high, low: low) }

    /// The id as a row gave it.
    init(_ uuid: UUIDBytes) {
        self.init(high: uuid.high, low: uuid.low)
    }
}
