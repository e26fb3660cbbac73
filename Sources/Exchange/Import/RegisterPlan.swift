import CivilDate
import Intervention

/// What the rows of a file would do, found out without changing anything.
struct RegisterPlan {
    /// What is kept of a row between the trial and the writing.
    struct Entry {
        let line: RegisterContents.Line
        let effect: RowEffect
        let child: ChildID
        /// The row as the record would have it.
        let target: RegisterRow
        /// The row as the record has it; nil when it has none.
        let record: RegisterRow?
        /// The child that the record has the episode of; nil when it has none.
        let formerChild: ChildID?
        /// Whether the record or what is kept of the row changes.
        let isToBeWritten: Bool
    }

    /// The rows that may go in.
    private(set) var entries: [Entry] = []
    /// Why rows may not.
    private(set) var problems: [ImportProblem] = []
    /// What is worth a look.
    private(set) var advisories: [ImportAdvisory] = []
    /// Rows that the record contradicts.
    private(set) var conflicting = 0

    /// Whether anything on record is corrected.
    var corrects: Bool { entries.contains { $0.effect == .corrects } }

    /// Takes in what came of a row.
    mutating func add(_ verdict: RowVerdict, of line: RegisterContents.Line) {
        problems += verdict.problems
        if verdict.problems.contains(where: { $0.code == .conflict }) { conflicting += 1 }
        guard let decision = verdict.decision else { return }
        advisories += verdict.advisories
        let effect: RowEffect =
            switch decision.action {
            case .nothing: .nothing
            case .add: .adds
            case .change: .corrects
            }
        entries.append(
            Entry(
                line: line, effect: effect, child: decision.child, target: decision.target, record: decision.record,
                formerChild: decision.formerChild, isToBeWritten: effect != .nothing || decision.values != nil
            )
        )
    }

    /// Takes rows out whose episode would run while another of the same child does. What a row that is taken out would have
    /// changed stays as it is on record, which may be in the way of a third.
    /// - Parameter others: the episodes of these children that no row of the file tells of.
    mutating func settleOverlaps(with others: [(child: ChildID, spell: ChildSpells.Spell)], in file: String) {
        while true {
            var spells = ChildSpells()
            for other in others { spells.add(other.spell, of: other.child) }
            for entry in entries {
                guard let holds = entry.target.holdsChild else { continue }
                let line = entry.effect == .nothing ? nil : entry.line.line
                spells.add(ChildSpells.Spell(line: line, from: holds.from, until: holds.until), of: entry.child)
            }
            for (child, spell) in withdrawn { spells.add(spell, of: child) }
            let overlapping = spells.overlapping()
            guard !overlapping.isEmpty else { return }
            takeOut(overlapping, in: file)
        }
    }

    private var withdrawn: [(child: ChildID, spell: ChildSpells.Spell)] = []

    private mutating func takeOut(_ overlapping: [FileLine: FileLine?], in file: String) {
        for entry in entries {
            guard let other = overlapping[entry.line.line] else { continue }
            let place = ImportPlace(file: file, line: entry.line.line)
            problems.append(.overlap(with: other, at: place))
            advisories.removeAll { $0.place == place }
            guard let child = entry.formerChild, let holds = entry.record?.holdsChild else { continue }
            withdrawn.append((child, ChildSpells.Spell(line: nil, from: holds.from, until: holds.until)))
        }
        entries.removeAll { overlapping[$0.line.line] != nil }
    }
}
