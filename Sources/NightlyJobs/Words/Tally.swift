/// What a run of a job read and changed.
package struct Tally: Hashable, Sendable {
    /// How many episodes, teams or other subjects were looked at; at least 0.
    package var read: Int
    /// How many rows were changed, by kind of change: `opened`, `messages`. None is 0.
    package var changes: [String: Int]
    /// What changed, a line each, when somebody asked to see it. Lines hold references and codes, never a name.
    package var lines: [String]

    /// Why the job left the date out itself; nil when it did it.
    package var leftOut: String?

    /// A tally.
    package init(read: Int = 0, changes: [String: Int] = [:], lines: [String] = [], leftOut: String? = nil) {
        self.leftOut = leftOut
        self.read = read
        self.changes = changes.filter { $0.value != 0 }
        self.lines = lines
    }

    /// All changes together.
    package var changed: Int { changes.values.reduce(0, +) }

    /// Counts so many changes of a kind.
    package mutating func count(_ kind: String, _ number: Int = 1) {
        guard number != 0 else { return }
        changes[kind, default: 0] += number
    }

    /// Adds another tally to this one.
    package mutating func add(_ other: Tally) {
        read += other.read
        for (kind, number) in other.changes { count(kind, number) }
        lines += other.lines
    }

    /// The changes by name, for people: `opened 3, closed 1`; `nothing` without any.
    package var sentence: String {
        guard !changes.isEmpty else { return "nothing" }
        return changes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
}
