import CivilDate

/// What differs between the rows that are there and those that a night finds, counted by kind of change.
struct DutyChanges<Table: DutyTable> {
    private let table: Table
    private let day: CivilDate
    private let isShowing: Bool
    /// Rows that are to go.
    private(set) var gone: [PlacedRow<Table.Row>] = []
    /// Rows that are new or other than before.
    private(set) var put: [PlacedRow<Table.Row>] = []
    private(set) var tally = Tally()

    init(_ table: Table, on day: CivilDate, isShowing: Bool) {
        self.table = table
        self.day = day
        self.isShowing = isShowing
    }

    /// Takes in a subject.
    /// - Parameters:
    ///   - ref: what people call it.
    ///   - owed: all that its model says.
    mutating func add(
        _ subject: DutySubject, _ ref: String?, from old: [PlacedRow<Table.Row>], to new: Set<Table.Row>,
        among owed: [Table.Owed]
    ) {
        guard Set(old.map(\.row)) != new else { return }
        let before = Dictionary(old.map { ($0.row.place, $0.row) }) { first, _ in first }
        // Nil is earlier than any day: it was found before nights wrote down when.
        let found = Dictionary(old.map { ($0.row.gist, $0.foundOn) }) { one, other in
            one.flatMap { one in other.map { min(one, $0) } }
        }
        let after = Dictionary(new.map { ($0.place, $0) }) { first, _ in first }
        for (place, row) in before where after[place] == nil {
            gone.append(PlacedRow(subject: subject, row: row))
            note(row, table.word(from: row, to: nil, among: owed), of: ref)
        }
        for (place, row) in after where before[place] != row {
            put.append(PlacedRow(subject: subject, row: row, foundOn: found[row.gist, default: day]))
            note(row, table.word(from: before[place], to: row, among: owed), of: ref)
        }
    }

    private mutating func note(_ row: Table.Row, _ word: String, of ref: String?) {
        tally.count(word)
        if isShowing { tally.lines.append("\(ref ?? "without a reference"): \(row.words): \(word)") }
    }
}
