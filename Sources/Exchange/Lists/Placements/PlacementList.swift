import CivilDate
import EpisodeEngine
import Intervention

/// Placements as a list of rows.
struct PlacementList: SpellList {
    typealias Reader = PlacementRowReader

    var windows: SpellWindows

    init(_ bench: ImportBench<PlacementColumn>) {
        windows = SpellWindows(of: bench.site)
    }

    func items(of history: History<ChildStream>) -> [Item] {
        Item.spells(in: history) { standing -> (id: PlacementID, item: Item)? in
            guard case .placementStarted(let placement) = standing.event else { return nil }
            var told = RowCells<PlacementColumn>()
            told[.setting] = placement.setting.rawValue
            told[.reason] = placement.reason?.rawValue
            let identity = PlacementRow.Identity(startedOn: standing.occurredOn)
            let start = Item.Standing(standing, .startPlacement(placement))
            return (placement.id, Item(identity: identity, start: start, told: told))
        } ends: { event -> (id: PlacementID, command: ChildCommand)? in
            guard case .placementEnded(let end) = event else { return nil }
            return (end.placement, .endPlacement(end))
        }
    }

    func start(_ row: PlacementRow, like standing: ChildCommand?) -> ChildCommand {
        var id = PlacementID.made()
        if case .startPlacement(let placement) = standing { id = placement.id }
        return .startPlacement(Placement(id: id, setting: row.setting, reason: row.reason))
    }

    func end(of start: ChildCommand) -> ChildCommand? {
        guard case .startPlacement(let placement) = start else { return nil }
        return .endPlacement(PlacementEnd(of: placement.id))
    }
}
