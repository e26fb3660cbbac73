import Postgres

/// One row of `sql/reports/service.sql`: what a service did of one model, or of all models pooled.
struct ServiceSums: Hashable, Sendable {
    /// Interviews that fell due.
    var owed = 0
    /// Those of them that were held.
    var collected = 0
    /// Those that were not and still can be.
    var open = 0
    /// Days on which families were in treatment.
    var familyDays = 0

    /// Nobody was in treatment.
    init() {}

    init(row: Row) throws(PostgresFault) {
        owed = try row.decode("owed")
        collected = try row.decode("collected")
        open = try row.decode("open")
        familyDays = try row.decode("family_days")
    }
}
