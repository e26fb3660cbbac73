import CivilDate
import EpisodeEngine
import Intervention

/// Provision by social care as a list of rows.
struct ProvisionList: SpellList {
    typealias Reader = ProvisionRowReader

    var windows: SpellWindows

    init(_ bench: ImportBench<ProvisionColumn>) {
        windows = SpellWindows(of: bench.site)
    }

    func items(of history: History<ChildStream>) -> [Item] {
        Item.spells(in: history) { standing -> (id: ProvisionID, item: Item)? in
            guard case .provisionStarted(let provision) = standing.event else { return nil }
            let identity = ProvisionRow.Identity(kind: provision.kind, startedOn: standing.occurredOn)
            let start = Item.Standing(standing, .startProvision(provision))
            return (provision.id, Item(identity: identity, start: start, told: RowCells()))
        } ends: { event -> (id: ProvisionID, command: ChildCommand)? in
            guard case .provisionEnded(let id) = event else { return nil }
            return (id, .endProvision(id))
        }
    }

    func start(_ row: ProvisionRow, like standing: ChildCommand?) -> ChildCommand {
        var id = ProvisionID.made()
        if case .startProvision(let provision) = standing { id = provision.id }
        return .startProvision(Provision(id: id, kind: row.kind))
    }

    func end(of start: ChildCommand) -> ChildCommand? {
        guard case .startProvision(let provision) = start else { return nil }
        return .endProvision(provision.id)
    }

    /// A child in need plan may not run at the same time as a child protection plan (children in need census).
    func remarks(
        on rows: [PlannedRow<ProvisionRow>], after history: History<ChildStream>, in file: String
    ) -> [ImportAdvisory] {
        let lines = Dictionary(rows.map { ($0.row.identity, $0.line) }) { first, _ in first }
        let items = items(of: history)
        let needs = items.filter { $0.identity.kind == .childInNeed }
        var protections = items.filter { $0.identity.kind == .childProtection }[...]
        var advisories: [ImportAdvisory] = []
        for need in needs {
            while let first = protections.first, let end = first.end?.on, end <= need.start.on {
                protections.removeFirst()
            }
            guard let protection = protections.first, need.end.map({ protection.start.on < $0.on }) ?? true,
                let line = lines[need.identity] ?? lines[protection.identity]
            else { continue }
            advisories.append(
                ImportAdvisory(
                    .plansConcurrent, at: ImportPlace(file: file, line: line),
                    column: ProvisionColumn.startedOn.rawValue,
                    "the child in need plan from \(need.start.on) runs at the same time as the child protection plan "
                        + "from \(protection.start.on); a child has one of the two at a time"
                )
            )
        }
        return advisories
    }
}
