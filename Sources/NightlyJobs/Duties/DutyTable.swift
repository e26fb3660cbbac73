import CivilDate
import Intervention
import Postgres
import Practice

/// A row about a subject, told from the subject's other rows by its place.
protocol DutyRow: Hashable, Sendable {
    associatedtype Place: Hashable & Sendable
    associatedtype Gist: Hashable & Sendable

    var place: Place { get }
    /// What makes it the thing that it is: a row with another gist is news, one with the same gist is not.
    var gist: Gist { get }
    /// What it is, for people: `adherence-interview 2, due 2026-03-02`. It names nobody.
    var words: String { get }
}

/// A row with whom it is about.
struct PlacedRow<Row: DutyRow>: Sendable {
    let subject: DutySubject
    let row: Row
    /// The date of the first night that found its gist; nil for what was found before nights wrote that down.
    var foundOn: CivilDate?
}

/// One of the tables that nights derive: what its rows are, and the statements that read and write them.
protocol DutyTable: Sendable {
    /// What a model says: obligations, or alerts.
    associatedtype Owed: Sendable
    associatedtype Row: DutyRow

    /// The job whose table it is.
    var job: JobName { get }

    func owed(by episode: EpisodeInPlay, on day: CivilDate) -> [Owed]
    func owed(by team: TeamInPlay) -> [Owed]

    /// The rows that a day keeps of what the model says. No two have the same place.
    func rows(of owed: [Owed], on day: CivilDate) -> [Row]

    /// The word for a change, as tallies count it: a row that is new, other than before, or gone.
    func word(from old: Row?, to new: Row?, among owed: [Owed]) -> String

    func read(_ subjects: [DutySubject], _ desk: DutyDesk) async throws -> [PlacedRow<Row>]
    func remove(_ rows: [PlacedRow<Row>], _ desk: DutyDesk) async throws
    func put(_ rows: [PlacedRow<Row>], _ desk: DutyDesk) async throws
}
