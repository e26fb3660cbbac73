import Accounts

/// The access log as it is taken out: a row for each look, with codes and ids and no name, in CSV that no spreadsheet runs.
package enum AccessLogFile {
    /// The heads of the columns.
    package static let columns = [
        "arrival", "at", "actor", "way", "for", "action", "relation", "target", "ref", "id", "outcome", "rows",
        "reference",
    ]

    /// The cells of a look, in the order of ``columns``; empty where there is nothing.
    package static func cells(of look: LookEntry) -> [String] {
        [
            "\(look.arrival)", "\(look.at)", look.actor, look.way, look.coverFor ?? "", look.action, look.relation,
            look.target, look.ref ?? "", look.targetID ?? "", look.outcome, look.rows.map { "\($0)" } ?? "",
            look.reference ?? "",
        ]
    }

    /// The first line of the file.
    package static var head: [UInt8] {
        var writer = CSVWriter(.spreadsheet)
        writer.write(columns)
        return writer.take()
    }

    /// Looks as lines of the file.
    package static func lines(_ looks: [LookEntry]) -> [UInt8] {
        var writer = CSVWriter(.spreadsheet)
        for look in looks { writer.write(cells(of: look)) }
        return writer.take()
    }
}
