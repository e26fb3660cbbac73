import Intervention
import Vault

/// What came of looking at the rows of one stream.
struct ListVerdict<List: RecordList> {
    /// The rows that may go in.
    var rows: [PlannedRow<List.Row>] = []
    /// What they ask of the stream, all together.
    var change = StreamChange<List.Stream>()
    /// The values to be kept as imported; those of a withdrawn row are empty.
    var values: [(key: Digest256, cells: RowCells<List.Row.Column>)] = []
    /// Rows of earlier imports that are withdrawn.
    var withdrawn: [(key: Digest256, name: RowName)] = []
    /// Why rows may not go in.
    var problems: [ImportProblem] = []
    /// What is worth a look.
    var advisories: [ImportAdvisory] = []

    /// Whether the record or what is kept of the rows changes.
    var isToBeWritten: Bool { !change.isEmpty || !values.isEmpty }
}
