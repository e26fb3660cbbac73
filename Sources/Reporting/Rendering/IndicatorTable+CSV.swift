extension IndicatorTable {
    /// The rows as CSV (RFC 4180): a header, one line a row, the columns named as the keys of the JSON form.
    package func csv() -> String {
        var lines: [[String]] = [IndicatorTable.columns]
        for section in sections {
            for row in section.rows {
                lines.append(
                    row.values(model: section.model).map { member in
                        member.key == "target" ? row.aim?.cell ?? "" : member.value.plain
                    }
                )
            }
        }
        return lines.map { $0.map(IndicatorTable.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static let columns = [
        "model", "key", "title", "numerator", "denominator", "unknown", "value", "low", "high", "interval", "target",
        "met",
    ]

    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
