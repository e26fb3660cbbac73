import CivilDate
import EpisodeEngine
import Intervention

extension ListItem where Row: SpellRow, Stream == ChildStream {
    /// The spells that stand, in the order in which they began.
    /// - Parameters:
    ///   - begins: the id of a spell and the spell that an event begins; nil when it begins none.
    ///   - ends: the id of the spell that an event ends, and what it says; nil when it ends none.
    static func spells<ID: Hashable>(
        in history: History<ChildStream>,
        begins: (Recorded<ChildEvent>) -> (id: ID, item: ListItem)?,
        ends: (ChildEvent) -> (id: ID, command: ChildCommand)?
    ) -> [ListItem] {
        var items: [ListItem] = []
        var places: [ID: Int] = [:]
        for standing in history.standing {
            if let (id, item) = begins(standing) {
                places[id] = items.count
                items.append(item)
            } else if let (id, command) = ends(standing.event), let place = places[id] {
                items[place].end = Standing(standing, command)
                items[place].told[.endedOn] = standing.occurredOn.description
            }
        }
        return items
    }
}
