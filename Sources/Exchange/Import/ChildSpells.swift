import CivilDate
import Intervention

/// Finds the episodes of one child that would run at the same time.
///
/// The record keeps an accepted episode's child from the first session (before it, from the decision) to the closing,
/// half-open, and takes no two episodes of a child at once.
struct ChildSpells {
    /// An episode that holds its child.
    struct Spell: Hashable {
        /// The row that says so; nil when only the record does.
        let line: FileLine?
        /// The first day.
        let from: CivilDate
        /// The first day on which it no longer does; nil while it lasts.
        let until: CivilDate?

        func overlaps(_ other: Spell) -> Bool {
            // A spell that ends on the day it begins holds nothing.
            guard until != from, other.until != other.from else { return false }
            return (other.until.map { from < $0 } ?? true) && (until.map { other.from < $0 } ?? true)
        }
    }

    private var spells: [ChildID: [Spell]] = [:]

    /// Adds an episode of a child.
    mutating func add(_ spell: Spell, of child: ChildID) {
        spells[child, default: []].append(spell)
    }

    /// The lines of rows whose episode runs at the same time as another, each with the line of the other (nil when only the
    /// record has it).
    func overlapping() -> [FileLine: FileLine?] {
        var found: [FileLine: FileLine?] = [:]
        for spells in spells.values where spells.count > 1 {
            let sorted = spells.sorted { $0.from < $1.from }
            for (place, earlier) in sorted.enumerated() {
                for later in sorted[(place + 1)...] where earlier.overlaps(later) {
                    if let line = earlier.line { found[line] = .some(later.line) }
                    if let line = later.line { found[line] = .some(earlier.line) }
                }
            }
        }
        return found
    }
}
