import CivilDate
import Intervention
import Statistics

extension CareDaysTable {
    /// The table for people: every share beside its counts.
    package func text() -> String {
        let models = if case .one(let id) = scope.models { "model \(id)" } else { "all models" }
        var lines = [
            "Days in care: \(scope.placeText), \(models)",
            "Children with a referral accepted by \(period.through), days from \(period)\(scope.knowledge(knownAt)).",
            "\(children) children, each counted once, over \(dayCount) days: \(childDays) child-days.",
            "\(withoutSpells) of the children have no spell on record.", "",
        ]
        let header = ["", "Days/child-days", "Share", "Children"]
        let cells = rows.map { row in
            [
                row.measure.title, "\(row.share.numerator)/\(row.share.denominator)",
                row.share.percent.map { $0 + "%" } ?? "n/a", "\(row.children)",
            ]
        }
        let columns = TextColumns([.left, .right, .right, .right], fitting: [header] + cells)
        lines += [columns.line(header)] + cells.map(columns.line) + [""] + notes
        return lines.map { $0 + "\n" }.joined()
    }
}
