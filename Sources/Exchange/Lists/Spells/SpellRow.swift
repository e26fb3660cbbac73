import CivilDate
import Intervention

/// A row of a list of spells of children. Its spell is half-open: the day on which it ended is no longer in it.
protocol SpellRow: ListRow where Column: SpellColumn {
    /// What of a child no two spells can be at a time.
    associatedtype Lane: Hashable

    /// The first day.
    var startedOn: CivilDate { get }

    /// The first day on which it no longer lasts; nil while it does.
    var endedOn: CivilDate? { get }

    /// What no two spells of a child can be at a time.
    static func lane(of identity: Identity) -> Lane
}

extension SpellRow {
    package var beganOn: CivilDate { startedOn }

    /// The values of the columns that every list of spells has.
    var commonCells: RowCells<Column> {
        var cells = RowCells<Column>()
        switch owner {
        case .child(let reference): cells[.childRef] = reference.text
        case .episode(let reference): cells[.episodeRef] = reference.text
        case .team: break
        }
        cells[.startedOn] = startedOn.description
        cells[.endedOn] = endedOn?.description
        return cells
    }
}
