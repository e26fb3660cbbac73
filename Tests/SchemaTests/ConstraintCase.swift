import Testing

/// One way to break one constraint, in a database that holds the rows of `TwoSites`.
struct ConstraintCase: Sendable, CustomTestStringConvertible {
    /// The constraint with what it belongs to, such as `record.event.event_pkey`; for a domain the domain's name.
    let name: String
    /// Statements of which the last one that it checks breaks it, and no other constraint before it.
    let sql: String

    init(_ owner: String, _ constraint: String, _ sql: String) {
        name = "\(owner).\(constraint)"
        self.sql = sql
    }

    var testDescription: String { name }

    /// Inserts a row of a table once more with some columns changed: for tables that cannot be updated.
    static func again(_ table: String, where condition: String = "site_id = 1", with changes: String = "{}") -> String {
        """
        INSERT INTO \(table)
        SELECT (jsonb_populate_record(row, '\(changes)')).* FROM \(table) AS row WHERE \(condition) LIMIT 1
        """
    }

    /// Every case.
    static let all =
        record + projections + histories + treatment + files + reporting + care + measures + teams + outliers + reviews
        + editions + keyedWrites + networkWrites + onCall + attempts
        + referralOwners + instruments + models + interviews + nights
        + duties + access
        + people + door
        + retention + providers + summaries + carersLinks
}
