import CivilDate
import Intervention

/// One row of a list of placements.
package struct PlacementRow: SpellRow, Hashable {
    /// Which of a child's placements a row tells of: a child lives in one place at a time.
    package struct Identity: RowIdentity {
        let startedOn: CivilDate

        package var text: String { "\(startedOn)" }
    }

    package typealias Name = ListName<Identity>

    package let owner: RowOwner
    let setting: PlacementSetting
    let startedOn: CivilDate
    let endedOn: CivilDate?
    let reason: PlacementReason?

    package var identity: Identity { Identity(startedOn: startedOn) }

    package var cells: RowCells<PlacementColumn> {
        var cells = commonCells
        cells[.setting] = setting.rawValue
        cells[.reason] = reason?.rawValue
        return cells
    }

    static func lane(of identity: Identity) -> PlacementLane { .home }
}

/// The one thing that a child can have one of at a time: a place to live.
enum PlacementLane: Hashable {
    case home
}
