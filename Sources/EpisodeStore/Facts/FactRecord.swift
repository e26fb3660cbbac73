import CivilDate
import Intervention
import Postgres
import Vault

/// A row of a table of reporting facts: one state of knowledge about one thing.
protocol FactRecord: Hashable, Sendable {
    /// The name of the table, for the report of a check.
    static var table: ProjectionTable { get }

    /// The key of what the stream is about: all rows of a stream are found by it.
    var owner: Digest256 { get }
    /// The key of the thing.
    var key: Digest256 { get }
    /// Which state of knowledge about it, from 1.
    var version: Int32 { get }

    /// Reads a row of ``select(owners:of:)``.
    init(_ row: Row) throws(PostgresFault)

    /// All versions that belong to some streams; the first column is the owner.
    static func select(owners: [Digest256], of site: SiteID) -> Statement

    /// The owners that there are, each once.
    static func selectOwners(of site: SiteID) -> Statement

    /// Adds versions.
    static func insert(_ rows: [Self], of site: SiteID) -> Statement

    /// Ends versions that are current.
    static func end(_ versions: [FactEnd], of site: SiteID) -> Statement

    /// Removes versions.
    static func delete(_ rows: [Self], of site: SiteID) -> Statement

    /// Removes all versions of some streams.
    static func delete(owners: [Digest256], of site: SiteID) -> Statement
}

/// A version that is over, and when.
struct FactEnd {
    let owner: Digest256
    let key: Digest256
    let version: Int32
    let knownTo: Instant
}
