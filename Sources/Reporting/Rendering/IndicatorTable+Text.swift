import Intervention

extension IndicatorTable {
    /// The table in the published layout: target, comparator and own value in three blocks, then referrals. Every
    /// rate stands beside its counts and its base.
    package func text() -> String {
        var lines = [
            "Programme indicators: " + subject, "Closures and decisions from \(period)\(scope.knowledge(knownAt)).",
        ]
        if scope.models == .pooled { lines.append("The models are pooled: their counts are added up.") }
        if sections.isEmpty { lines += ["", "No team works and nothing happened in this scope."] }
        for section in sections { lines += [""] + section.lines }
        return lines.map { $0 + "\n" }.joined()
    }

    private var subject: String {
        let models =
            switch scope.models {
            case .each: "each model"
            case .one(let id): "model \(id)"
            case .pooled: "all models pooled"
            }
        return "\(scope.placeText), \(models)"
    }
}

extension IndicatorTable.Section {
    /// The section as lines of text.
    fileprivate var lines: [String] {
        let name = model == "all" || model == title ? title : "\(title) (\(model))"
        var lines = [
            name,
            "\(closures) closures, \(opportunity) of them with the opportunity for a full course of treatment.",
        ]
        let header = ["", "Target", "Comparator", "Own value", "n/N", "95% interval", "Unknown", "Verdict"]
        let cells = rows.map { row in
            [
                row.indicator.title, row.targetText, row.comparatorText, row.valueText, row.countsText,
                row.intervalText, "\(row.unknown)", row.verdictText,
            ]
        }
        let columns = TextColumns(
            [.left, .left, .right, .right, .right, .right, .right, .left], fitting: [header] + cells)
        for block in Indicator.Block.allCases {
            lines += ["", block.title] + block.base + rows.otherBases(in: block) + [columns.line(header)]
            for (row, cell) in zip(rows, cells) where row.indicator.block == block { lines.append(columns.line(cell)) }
        }
        for block in blocks { lines += [""] + block.lines }
        lines += [""] + service.lines
        let sources = sources
        return sources.isEmpty ? lines : lines + [""] + sources
    }

    /// Whose figures stand in the column of comparators, each once.
    private var sources: [String] {
        var sources: [String] = []
        for case let comparator? in rows.map(\.comparator) {
            let line = "Comparator: \(comparator.label) (\(comparator.source)). It is no target."
            if !sources.contains(line) { sources.append(line) }
        }
        return sources
    }
}

extension MeasureBlock {
    /// The block as lines of text.
    fileprivate var lines: [String] {
        let header = ["", "Own value", "n/N", "95% interval", "Unknown", "Not due", "N is of"]
        let cells = rows.map { row in
            [
                row.measure.title, row.valueText, row.countsText, row.intervalText, "\(row.unknown)", row.notDueText,
                row.baseText,
            ]
        }
        let columns = TextColumns([.left, .right, .right, .right, .right, .right, .left], fitting: [header] + cells)
        return [title] + notes + [columns.line(header)] + cells.map(columns.line)
    }
}
