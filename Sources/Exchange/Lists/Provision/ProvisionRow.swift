import CivilDate
import Intervention

/// One row of a list of provision by social care.
package struct ProvisionRow: SpellRow, Hashable {
    /// Which of a child's spells a row tells of: spells of one kind do not overlap, those of two kinds may.
    package struct Identity: RowIdentity {
        let kind: ProvisionKind
        let startedOn: CivilDate

        package var text: String { "\(kind.rawValue)\n\(startedOn)" }
    }

    package typealias Name = ListName<Identity>

    package let owner: RowOwner
    let kind: ProvisionKind
    let startedOn: CivilDate
    let endedOn: CivilDate?

    package var identity: Identity { Identity(kind: kind, startedOn: startedOn) }

    package var cells: RowCells<ProvisionColumn> {
        var cells = commonCells
        cells[.provided] = kind.rawValue
        return cells
    }

    static func lane(of identity: Identity) -> ProvisionKind { identity.kind }
}
