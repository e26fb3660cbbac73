import CivilDate
import Intervention
import Postgres

/// A row of a projection, as it stands in its table. Its columns are the table's own; typed values become rows only
/// here, and rows are read back only to be compared.
protocol ProjectionRow: Hashable, Sendable {
    /// The name of the table, for the report of a check.
    static var table: ProjectionTable { get }

    /// The version of the form; it rises when a column changes its meaning, and a rebuild brings all rows up to it.
    static var shape: Int16 { get }

    /// What tells the row apart within its table and site.
    var key: ProjectionKey { get }

    /// Reads a row of ``select(owners:of:)``.
    init(_ row: Row) throws(PostgresFault)

    /// Writes rows, over those of the same keys.
    static func upsert(_ rows: [Self], of site: SiteID) -> Statement

    /// Removes single rows.
    static func delete(_ rows: [Self], of site: SiteID) -> Statement

    /// All rows of some streams.
    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement

    /// Removes all rows of some streams.
    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement

    /// The streams that have rows here and are not on record.
    static func orphans(of site: SiteID) -> Statement
}

/// What tells a row apart within its table and site.
struct ProjectionKey: Hashable {
    /// The stream that the row belongs to.
    let owner: UUIDBytes
    /// Which of the stream's rows.
    let part: Part

    /// Which of a stream's rows.
    enum Part: Hashable {
        case only
        case id(UUIDBytes)
        case number(Int64)
        case numbers(Int64, Int64)
        case words(String, String)
        case idAndNumber(UUIDBytes, Int64)
        case idAndWord(UUIDBytes, String)
        case wordsOfDay(String, String, CivilDate)
        case wordOfDays(String, CivilDate, CivilDate)
    }
}
