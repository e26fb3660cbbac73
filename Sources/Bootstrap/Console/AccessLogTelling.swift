import Accounts
import Exchange

/// How a look is told: in columns, in CSV, and for programs.
enum AccessLogTelling {
    /// The heads of the columns.
    static let columns = [
        "arrival", "at", "actor", "way", "for", "action", "relation", "target", "ref", "id", "outcome", "rows",
        "reference",
    ]

    static func cells(of look: LookEntry) -> [String] {
        [
            "\(look.arrival)", "\(look.at)", look.actor, look.way, look.coverFor ?? "", look.action, look.relation,
            look.target, look.ref ?? "", look.targetID ?? "", look.outcome, look.rows.map { "\($0)" } ?? "",
            look.reference ?? "",
        ]
    }

    /// The first line of the file.
    static var csvHead: [UInt8] {
        var writer = CSVWriter(.spreadsheet)
        writer.write(columns)
        return writer.take()
    }

    /// Looks as lines of a file for spreadsheets.
    static func csv(_ looks: [LookEntry]) -> [UInt8] {
        var writer = CSVWriter(.spreadsheet)
        for look in looks { writer.write(cells(of: look)) }
        return writer.take()
    }

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
