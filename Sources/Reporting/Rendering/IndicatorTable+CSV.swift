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
            for row in section.blocks.flatMap(\.rows) {
                lines.append(row.values(model: section.model).map(\.value.plain))
            }
            for row in section.service { lines.append(row.values(model: section.model).map(\.value.plain)) }
        }
        return CSVText.lines(lines)
    }

    private static let columns = [
        "model", "key", "title", "numerator", "denominator", "unknown", "value", "low", "high", "interval", "target",
        "met", "not_due", "outside_window",
    ]
}
