import Intervention
import Postgres
import Vault

/// What a row of a file said, to be kept for the next import of it.
struct KeptRow<Column: FileColumn> {
    /// The blind index of the row's name.
    let key: Digest256
    /// What it said.
    let cells: RowCells<Column>
    /// The stream that it is about: when that is disposed of, so is this.
    let stream: UUIDBytes

    init<Owner>(_ key: Digest256, _ cells: RowCells<Column>, of stream: RecordID<Owner>) {
        self.key = key
        self.cells = cells
        self.stream = UUIDBytes(high: stream.high, low: stream.low)
    }
}
