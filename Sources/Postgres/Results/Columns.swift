/// The names and types of a result's columns. One value serves all results of a prepared statement.
final class Columns: Sendable {
    let names: [String]
    /// `pg_type.oid` of each column.
    let types: [UInt32]

    init(names: [String], types: [UInt32]) {
        self.names = names
        self.types = types
    }

    var count: Int { names.count }

    /// The first column of that name. Results have few columns: looking through them is quicker than hashing.
    func position(of name: String) -> Int? {
        names.firstIndex(of: name)
    }

    static let none = Columns(names: [], types: [])
}
