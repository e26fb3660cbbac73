import CivilDate
import Intervention
import Practice
import Sites

extension RetentionSheet {
    /// For people: the records, the proposals, and what was destroyed so far.
    func lines(due: Bool) -> [String] {
        var table = TextTable(["child", "rule", "kept through", "due", "held", "proposal"])
        for entry in shown(due: due) {
            table.add([
                entry.name, entry.rule.rawValue, entry.keepThrough?.description ?? "no end in sight",
                entry.isDue ? "yes" : "no", entry.isHeld ? "yes" : "no", entry.proposal.map { "\($0)" } ?? "-",
            ])
        }
        var lines = table.isEmpty ? ["no record\(due ? " is past its day" : "s")"] : table.lines
        lines += proposals.map(\.line)
        lines.append("stubs of what was disposed of: \(stubs)")
        if pendingKeys > 0 { lines.append("persons whose keys are still to be destroyed: \(pendingKeys)") }
        return lines
    }

    /// For programs.
    func json(due: Bool) -> OrderedJSON {
        .object([
            "records": .list(shown(due: due).map(\.json)), "proposals": .list(proposals.map(\.json)),
            "stubs": .integer(stubs), "pendingKeys": .integer(pendingKeys),
        ])
    }

    private func shown(due: Bool) -> [Entry] { due ? entries.filter(\.isDue) : entries }
}

extension RetentionSheet.Entry {
    fileprivate var json: OrderedJSON {
        .object([
            "child": .text(child.description), "ref": ref.map { .text($0.text) } ?? .null, "rule": .text(rule.rawValue),
            "keepThrough": keepThrough.map { .text($0.description) } ?? .null, "due": .boolean(isDue),
            "held": .boolean(isHeld), "proposal": proposal.map { .integer(Int($0)) } ?? .null,
        ])
    }
}

extension RetentionSheet.Proposal {
    /// Where it stands.
    private var standing: String {
        if isWithdrawn { return "withdrawn" }
        guard let approvedBy else { return "waits for a second person" }
        return disposed == children ? "carried out, approved by \(approvedBy)" : "approved by \(approvedBy)"
    }

    fileprivate var line: String {
        "proposal \(number) of \(proposedOn) by \(proposedBy): children \(children), disposed of \(disposed), \(standing)"
    }

    fileprivate var json: OrderedJSON {
        .object([
            "number": .integer(Int(number)), "proposedOn": .text(proposedOn.description),
            "proposedBy": .text(proposedBy.text), "approvedBy": approvedBy.map { .text($0.text) } ?? .null,
            "withdrawn": .boolean(isWithdrawn), "children": .integer(children), "disposed": .integer(disposed),
        ])
    }
}
