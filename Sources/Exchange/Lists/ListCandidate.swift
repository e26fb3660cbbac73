import Vault

/// A row that nothing speaks against so far.
struct ListCandidate<List: RecordList> {
    let line: FileLine
    /// The row as the record shall have it.
    let row: List.Row
    /// What stands of it; nil when nothing does.
    let item: List.Item?
    let effect: RowEffect
    let key: Digest256
    /// The values to be kept as imported; nil when they are kept already.
    let values: RowCells<List.Row.Column>?

    /// What is told of the row.
    var planned: PlannedRow<List.Row> { PlannedRow(line: line, row: row, effect: effect) }
}
