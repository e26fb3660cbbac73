import CivilDate
import Intervention

extension ReferralsTable {
    /// The table for people: every share beside its counts.
    package func text() -> String {
        let models =
            switch scope.models {
            case .each: "each model"
            case .one(let id): "model \(id)"
            case .pooled: "all models pooled"
            }
        var lines = [
            "Referrals: \(scope.placeText), \(models)",
            "Referrals and decisions from \(period)\(scope.knowledge(knownAt)).",
        ]
        if sections.isEmpty { lines += ["", "No team works and nobody was referred in this scope."] }
        for section in sections { lines += [""] + section.lines }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension ReferralsTable.Section {
    /// The section as lines of text.
    fileprivate var lines: [String] {
        let name = model == "all" || model == title ? title : "\(title) (\(model))"
        var lines = [name, received == 1 ? "1 referral received." : "\(received) referrals received."]
        let header = ["", "n/N", "Share"]
        let cells = rows.map { [$0.title, "\($0.numerator)/\($0.denominator)", $0.valueText] }
        let columns = TextColumns([.left, .right, .right], fitting: [header] + cells)
        for block in ReferralRow.Block.allCases {
            let own = zip(rows, cells).filter { $0.0.block == block }.map(\.1)
            if !own.isEmpty { lines += ["", block.title, columns.line(header)] + own.map(columns.line) }
        }
        return lines
    }
}
