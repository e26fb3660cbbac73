import CivilDate
import Intervention

/// Finds spells that would run at the same time although they have one key. Spells are half-open.
struct Spells<Key: Hashable> {
    /// A spell.
    struct Spell: Hashable {
        /// The row that says so; nil when only the record does.
        let line: FileLine?
        /// The first day.
        let from: CivilDate
        /// The first day on which it no longer does; nil while it lasts.
        let until: CivilDate?

        /// Whether it lasts at least a day: one that ends on the day it begins holds nothing.
        var holds: Bool { until != from }

        /// Whether it still lasts on a day.
        func lasts(on day: CivilDate) -> Bool { until.map { day < $0 } ?? true }

        /// Whether it ends later than another, or not at all.
        func outlasts(_ other: Spell) -> Bool {
            guard let end = other.until else { return false }
            return lasts(on: end)
        }
    }

    private var spells: [Key: [Spell]] = [:]

    /// Adds a spell of a key.
    mutating func add(_ spell: Spell, of key: Key) {
        spells[key, default: []].append(spell)
    }

    /// The lines of rows whose spell runs at the same time as another of its key, each with the line of the other (nil when only the
    /// record has it).
    func overlapping() -> [FileLine: FileLine?] {
        var found: [FileLine: FileLine?] = [:]
        for spells in spells.values where spells.count > 1 {
            var longest: Spell?
            // Whatever overlaps anything before it overlaps the one of those that lasts longest.
            for spell in spells.filter(\.holds).sorted(by: { $0.from < $1.from }) {
                if let earlier = longest, earlier.lasts(on: spell.from) {
                    if let line = earlier.line { found[line] = .some(spell.line) }
                    if let line = spell.line { found[line] = .some(earlier.line) }
                }
                if longest.map(spell.outlasts) ?? true { longest = spell }
            }
        }
        return found
    }
}

/// The episodes of each child. The record keeps an accepted episode's child from the first session (before it, from the
/// decision) to the closing, and takes no two episodes of a child at once.
typealias ChildSpells = Spells<ChildID>
