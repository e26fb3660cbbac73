import Intervention

extension ReferralsTable: ReportAnswer {
    /// The document, from which the page is made.
    package var document: ReportDocument {
        ReportDocument(
            "referrals", title: "Referrals", answering: request, findings: findings,
            tables: sections.flatMap(\.tables), records: records, notes: notes)
    }

    private var findings: [String] {
        let received = sections.reduce(0) { $0 + $1.received }
        return received == 0 ? ["n/a: nobody was referred in the period."] : ["Referrals received: \(received)."]
    }
}

extension ReferralsTable.Section {
    /// A table for each block that has lines.
    fileprivate var tables: [ReportTable] {
        ReferralRow.Block.allCases.compactMap { block in
            let own = rows.filter { $0.block == block }
            guard !own.isEmpty else { return nil }
            let days: [ReportTable.Column] =
                block == .step ? [.figure("Median"), .figure("Lower quartile"), .figure("Upper quartile")] : []
            return ReportTable(
                "\(title): \(block.title)", columns: [.words(""), .figure("n/N"), .figure("Share")] + days,
                rows: own.map { $0.cells.prefix(3 + days.count).map(\.self) })
        }
    }
}

extension ReferralRow {
    /// The row as people read it: the name, the counts, the share, and of a step the days.
    var cells: [String] {
        let days = [spread?.median, spread?.lower, spread?.upper]
        return [title, "\(numerator)/\(denominator)", valueText]
            + days.map { $0.map { Written.decimal($0, places: 1) } ?? (block == .step ? "n/a" : "") }
    }
}
