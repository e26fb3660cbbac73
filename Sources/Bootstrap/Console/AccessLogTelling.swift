import Accounts

/// How a look is told for programs.
enum AccessLogTelling {
    static func json(_ look: LookEntry) -> OrderedJSON {
        .object([
            "arrival": .text("\(look.arrival)"), "at": .text("\(look.at)"), "actor": .text(look.actor),
            "way": .text(look.way), "for": text(look.coverFor), "action": .text(look.action),
            "relation": .text(look.relation), "target": .text(look.target), "ref": text(look.ref),
            "id": text(look.targetID), "outcome": .text(look.outcome), "rows": look.rows.map { .integer($0) } ?? .null,
            "reference": text(look.reference),
        ])
    }

    static func json(_ alert: AccessAlert) -> OrderedJSON {
        .object([
            "day": .text("\(alert.day)"), "kind": .text(alert.kind), "number": .integer(alert.number),
            "look": json(alert.look),
        ])
    }

    private static func text(_ value: String?) -> OrderedJSON { value.map { .text($0) } ?? .null }
}
