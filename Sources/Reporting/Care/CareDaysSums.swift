import Postgres

/// The row of `sql/reports/care-days.sql`.
struct CareDaysSums: Hashable, Sendable {
    /// Days of a measure, and how many children had any.
    struct Days: Hashable, Sendable {
        var days = 0
        var children = 0
    }

    var children = 0
    var withoutSpells = 0
    var measures: [CareMeasure: Days] = [:]

    /// Nobody.
    init() {}

    init(row: Row) throws(PostgresFault) {
        children = try row.decode("children")
        withoutSpells = try row.decode("without_spells")
        measures[.lookedAfter] = Days(
            days: try row.decode("looked_after_days"), children: try row.decode("looked_after_children"))
        measures[.outOfHome] = Days(
            days: try row.decode("out_of_home_days"), children: try row.decode("out_of_home_children"))
        measures[.custody] = Days(days: try row.decode("custody_days"), children: try row.decode("custody_children"))
    }
}
