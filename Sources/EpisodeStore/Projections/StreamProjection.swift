import EpisodeEngine
import Intervention
import Postgres

/// The rows that a stream's facts become, over all tables of its kind. Made from the facts alone, so that a rebuild
/// makes the same.
package protocol StreamProjection: Sendable {
    associatedtype Stream: StoredStream where Stream.Projection == Self
    /// The changes from rows to other rows.
    associatedtype Delta: StreamDelta where Delta.Projection == Self

    /// The rows of a stream.
    /// - Parameters:
    ///   - lastSeq: The place of the stream's last event.
    init(of id: UUIDBytes, facts: Stream.Facts, lastSeq: Int64, trail: Stream.Trail)

    /// The rows of several streams as they stand in the tables. Owners with a row that cannot be read, or that should
    /// not be there, come back apart.
    static func stored(
        of owners: [UUIDBytes], site: SiteID, in transaction: Transaction
    ) async throws -> StoredProjections<Self>
}

/// What the tables hold of several streams.
package struct StoredProjections<Projection: Sendable>: Sendable {
    /// The rows by stream; a stream without rows is missing.
    var rows: [UUIDBytes: Projection] = [:]
    /// Streams with rows that cannot be read, and where.
    var unreadable: [UUIDBytes: ProjectionTable] = [:]
}

/// Changes of projections, collected over many streams.
package protocol StreamDelta: Sendable {
    associatedtype Projection: StreamProjection

    /// No changes.
    init()

    /// Adds what turns one stream's rows into others.
    mutating func add(from old: Projection?, to new: Projection?)

    /// The first table in which something is to change; nil when nothing is.
    var firstTable: ProjectionTable? { get }

    /// The changes as statements, and how many rows each must change.
    func appendStatements(of site: SiteID, to list: inout StatementList)

    /// Statements that remove all rows of some streams.
    static func removal(of owners: [UUIDBytes], site: SiteID) -> [Statement]

    /// Statements that find streams with rows and without a record, by table.
    static func orphans(of site: SiteID) -> [(table: ProjectionTable, statement: Statement)]
}
