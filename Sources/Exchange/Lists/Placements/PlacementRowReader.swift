import CivilDate
import Intervention

/// Reads one row of a list of placements.
struct PlacementRowReader: RowReading {
    let site: ListSite
    let place: ImportPlace
    let cells: RowCells<PlacementColumn>

    var problems: [ImportProblem] = []
    var advisories: [ImportAdvisory] = []

    init(site: ListSite, place: ImportPlace, cells: RowCells<PlacementColumn>) {
        self.site = site
        self.place = place
        self.cells = cells
    }

    static func name(in cells: RowCells<PlacementColumn>) -> PlacementRow.Name? {
        guard let owner = owner(in: cells), let startedOn = startedOn(in: cells) else { return nil }
        return ListName(owner: owner, identity: PlacementRow.Identity(startedOn: startedOn))
    }

    static func doubled(on lines: String) -> (code: ImportProblemCode, column: PlacementColumn, sentence: String) {
        (.duplicateRow, .startedOn, "the same child and day stand on lines \(lines); a placement has one row")
    }

    mutating func readCells() -> PlacementRow? {
        let owner = owner()
        let setting: PlacementSetting? = word(.setting, list: CodeLists.settings)
        let spell = spell()
        let reason: PlacementReason? = word(.reason, list: CodeLists.placementReason)
        guard let owner, let setting, let spell else { return nil }
        return PlacementRow(
            owner: owner, setting: setting, startedOn: spell.startedOn, endedOn: spell.endedOn, reason: reason
        )
    }
}
