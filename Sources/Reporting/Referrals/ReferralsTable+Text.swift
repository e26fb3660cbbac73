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
        if !sections.isEmpty { lines += [""] + notes }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension ReferralsTable.Section {
    /// The section as lines of text.
    fileprivate var lines: [String] {
        let name = model == "all" || model == title ? title : "\(title) (\(model))"
        var lines = [name, received == 1 ? "1 referral received." : "\(received) referrals received."]
        let header = ["", "n/N", "Share"]
        let steps = ["Median", "Lower quartile", "Upper quartile"]
        let sides: [TextColumns.Side] = [.left, .right, .right, .right, .right, .right]
        let columns = TextColumns(sides, fitting: [header + steps] + rows.map(\.cells))
        for block in ReferralRow.Block.allCases {
            let own = rows.filter { $0.block == block }.map { columns.line($0.cells) }
            let heads = columns.line(header + (block == .step ? steps : ["", "", ""]))
            if !own.isEmpty { lines += ["", block.title, heads] + own }
        }
        return lines
    }
}
