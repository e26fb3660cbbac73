import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres

/// A kind of list: what of a stream its rows tell, and what a row asks of the stream.
protocol RecordList {
    associatedtype Reader: RowReading where Reader.Row: ListRow, Reader.Site == ListSite
    associatedtype Stream: StoredStream

    typealias Row = Reader.Row
    typealias Item = ListItem<Reader.Row, Stream>
    typealias Group = ListGroup<Self>

    /// Finds out which streams the owners have. One that nobody has is missing from the answer.
    static func streams(
        of owners: [RowOwner], by bench: ImportBench<Row.Column>
    ) async throws -> [RowOwner: RecordID<Stream.Owner>]

    /// Puts the work on a file together.
    init(_ bench: ImportBench<Row.Column>)

    /// Loads what else must be known of streams that are about to be judged.
    mutating func prepare(_ ids: [RecordID<Stream.Owner>], in transaction: Transaction) async throws

    /// The rules that a stream is decided under.
    mutating func rules(of state: StreamState<Stream>) throws -> Stream.Rules

    /// What of the stream rows of the list would tell, in the order in which it happened.
    func items(of history: History<Stream>) -> [Item]

    /// What a row asks of its stream.
    /// - Parameter item: what stands of it; nil when nothing does.
    func change(of item: Item?, to row: Row) -> StreamChange<Stream>

    /// What speaks against a row that would change its stream, before the engine is asked.
    func problem(
        of row: Row, in state: StreamState<Stream>, under rules: Stream.Rules, at place: ImportPlace
    )
        -> ImportProblem?

    /// Rows whose spells cannot be while another is, each with the line of the other (nil when only the record has it).
    func overlaps(among rows: [PlannedRow<Row>], beside items: [Item]) -> [FileLine: FileLine?]

    /// What is worth a look in the rows of a stream, after all of them were taken.
    func remarks(on rows: [PlannedRow<Row>], after history: History<Stream>, in file: String) -> [ImportAdvisory]

    /// The column that a refusal of the engine is about, as far as it says.
    static func column(of refusal: Refusal) -> Row.Column?

    /// Why there is no stream of an owner.
    static func unknown(_ owner: RowOwner, at place: ImportPlace) -> ImportProblem
}

extension RecordList {
    mutating func prepare(_ ids: [RecordID<Stream.Owner>], in transaction: Transaction) async throws {}

    func overlaps(among rows: [PlannedRow<Row>], beside items: [Item]) -> [FileLine: FileLine?] { [:] }

    func remarks(on rows: [PlannedRow<Row>], after history: History<Stream>, in file: String) -> [ImportAdvisory] {
        []
    }
}

/// A row that may go in, with what it would do.
struct PlannedRow<Row: ListRow> {
    let line: FileLine
    /// The row as the record shall have it.
    let row: Row
    let effect: RowEffect
}
