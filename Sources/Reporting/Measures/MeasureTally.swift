import Postgres

/// One row of `sql/reports/measures.sql`: how those of a measure's base answered.
struct MeasureTally: Hashable, Sendable {
    var yes = 0
    var no = 0
    /// Neither yes nor no.
    var unknown = 0
    /// Follow-ups that are not due yet.
    var notDue = 0
    /// Of whom a follow-up was only collected outside its window; each is unknown or not due too.
    var outsideWindow = 0
}

extension MeasureTally {
    init(row: Row) throws(PostgresFault) {
        yes = try row.decode("yes")
        no = try row.decode("no")
        unknown = try row.decode("unknown")
        notDue = try row.decode("not_due")
        outsideWindow = try row.decode("outside_window")
    }
}
