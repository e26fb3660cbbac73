import Intervention
import Vault

/// What the rows of a list would do, found out without changing anything.
struct ListPlan<List: RecordList> {
    /// The rows of each stream that may go in, when anything of it is to be written.
    private(set) var groups: [ListGroup<List>] = []
    /// Whether anything on record is corrected.
    private(set) var corrects = false
    /// The keys of all rows of the file that have a legible name.
    var mentioned: Set<Digest256> = []
    /// The keys of rows of earlier imports that are withdrawn.
    private(set) var withdrawn: Set<Digest256> = []
    /// What is to be told.
    var findings = PlanFindings()

    /// Takes in what came of the rows of a stream.
    mutating func add(_ verdict: ListVerdict<List>, of group: ListGroup<List>) {
        findings.problems += verdict.problems
        let conflicts = Set(verdict.problems.filter { $0.code == .conflict }.map(\.place))
        findings.conflicting += conflicts.filter { $0.absent == nil }.count
        findings.conflictingAbsent += conflicts.filter { $0.absent != nil }.count
        findings.advisories += verdict.advisories
        findings.corrected += verdict.withdrawn.count
        findings.withdrawn += verdict.withdrawn.map(\.name)
        withdrawn.formUnion(verdict.withdrawn.map(\.key))
        for row in verdict.rows {
            findings.taken.insert(row.line)
            switch row.effect {
            case .adds: findings.added += 1
            case .corrects: findings.corrected += 1
            case .nothing: findings.unchanged += 1
            }
        }
        guard verdict.isToBeWritten else { return }
        if verdict.change.needsCorrection { corrects = true }
        let taken = Set(verdict.rows.map(\.line))
        groups.append(ListGroup(id: group.id, lines: group.lines.filter { taken.contains($0.line) }))
    }
}
