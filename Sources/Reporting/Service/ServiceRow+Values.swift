import Statistics

extension ServiceRow {
    /// The row's keys and values, in their order; every key is always there, the same as an indicator's.
    func values(model: String) -> [ReportValue.Member] {
        let (numerator, denominator) = counts
        return [
            .init("model", .text(model)),
            .init("key", .text(key.rawValue)),
            .init("title", .text(key.title)),
            .init("numerator", numerator),
            .init("denominator", denominator),
            .init("unknown", .whole(0)),
            .init("value", ReportValue(decimal: value)),
            .init("low", ReportValue(decimal: interval?.low)),
            .init("high", ReportValue(decimal: interval?.high)),
            .init("interval", ReportValue(text: interval.map { _ in "wilson-95" })),
            .init("target", .null),
            .init("met", .null),
            .init("not_due", .whole(0)),
            .init("outside_window", .whole(0)),
        ]
    }

    private var counts: (numerator: ReportValue, denominator: ReportValue) {
        switch figure {
        case .share(let share): (.whole(share.numerator), .whole(share.denominator))
        case .load(let families, let posts): (.whole(families), .stated(posts.text))
        case .undivided(let families, _): (.whole(families), .null)
        }
    }
}

extension [ServiceRow] {
    /// The rows as lines of text, with what has to be known to read them.
    var lines: [String] {
        let header = ["", "Own value", "n/N", "95% interval", "N is of"]
        let cells = map { row in
            [
                row.key.title, row.valueText, row.countsText, row.interval.map { Written.percents($0) } ?? "",
                row.key.base,
            ]
        }
        let columns = TextColumns([.left, .right, .right, .right, .left], fitting: [header] + cells)
        let reasons = compactMap { row in row.reason.map { "\(row.key.title): n/a, \($0)." } }
        return ["The service"] + reasons + [columns.line(header)] + cells.map(columns.line)
    }
}
