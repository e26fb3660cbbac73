import CivilDate
import Intervention

/// Reads one row of a list of provision.
struct ProvisionRowReader: RowReading {
    let site: ListSite
    let place: ImportPlace
    let cells: RowCells<ProvisionColumn>

    var problems: [ImportProblem] = []
    var advisories: [ImportAdvisory] = []

    init(site: ListSite, place: ImportPlace, cells: RowCells<ProvisionColumn>) {
        self.site = site
        self.place = place
        self.cells = cells
    }

    static func name(in cells: RowCells<ProvisionColumn>) -> ProvisionRow.Name? {
        guard let owner = owner(in: cells), let startedOn = startedOn(in: cells),
            let kind = cells[.provided].flatMap(ProvisionKind.init(rawValue:))
        else { return nil }
        return ListName(owner: owner, identity: ProvisionRow.Identity(kind: kind, startedOn: startedOn))
    }

    static func doubled(on lines: String) -> (code: ImportProblemCode, column: ProvisionColumn, sentence: String) {
        (.duplicateRow, .startedOn, "the same child, kind and day stand on lines \(lines); a spell has one row")
    }

    mutating func readCells() -> ProvisionRow? {
        let owner = owner()
        let kind: ProvisionKind? = word(.provided, list: CodeLists.provisionKind)
        let spell = spell()
        guard let owner, let kind, let spell else { return nil }
        return ProvisionRow(owner: owner, kind: kind, startedOn: spell.startedOn, endedOn: spell.endedOn)
    }
}
