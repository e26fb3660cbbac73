import CivilDate
import Intervention

/// Whose row it is, by the site's own reference or code.
package enum RowOwner: Hashable, Sendable {
    case episode(EpisodeRef)
    case child(ChildRef)
    case team(TeamCode)
}

/// What a row of a list is found again by.
package struct ListName<Identity: Hashable & Sendable>: Hashable, Sendable {
    let owner: RowOwner
    let identity: Identity
}

/// Which of its owner's rows a row is.
package protocol RowIdentity: Hashable, Sendable {
    /// All of it in one text, in which no two are the same.
    var text: String { get }
}

/// A row of a list.
package protocol ListRow: FileRow where Column: ListColumn, Name == ListName<Identity> {
    /// Which of its owner's rows it is.
    associatedtype Identity: RowIdentity

    /// Whose row it is.
    var owner: RowOwner { get }

    /// Which of its owner's rows it is.
    var identity: Identity { get }

    /// The day on which what it tells of happened or began.
    var beganOn: CivilDate { get }

    /// The row as it was read when what is known of it was written, if it was read by other rules then.
    func read(asIn known: RowCells<Column>) -> Self
}

extension ListRow {
    /// There is one way to read it.
    package func read(asIn known: RowCells<Column>) -> Self { self }
}
