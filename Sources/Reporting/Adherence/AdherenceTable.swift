import CivilDate
import Intervention
import Statistics

/// Average adherence at a site over a period, as it is written.
package struct AdherenceTable: Hashable, Sendable {
    /// What the table is about: one site, all its teams and models, and maybe the children of one authority.
    package let scope: ReportScope
    /// The days on which interviews count.
    package let period: CivilPeriod
    /// What was known at this time; nil for what is known now.
    package let knownAt: Instant?
    /// The averages.
    package let averages: AdherenceAverages
    /// What a family's mean is held against, by model; a model that is missing states none.
    package let thresholds: [ModelID: AdherenceThreshold]

    /// A table.
    package init(
        answering request: ReportRequest, _ averages: AdherenceAverages,
        thresholds: [ModelID: AdherenceThreshold] = [:]
    ) {
        scope = request.scope
        period = request.period
        knownAt = request.knownAt
        self.averages = averages
        self.thresholds = thresholds
    }

    /// What has to be known to read the numbers rightly, a sentence each.
    package var notes: [String] {
        [
            "A family's score is the mean of its valid interviews in the period; the mean of families counts each once.",
            "The mean of interviews counts a family as often as it was asked, and is no measure of the programme.",
            "(few) marks fewer than \(averages.enough) families: the mean says little, and may say much of one family.",
            "The distribution counts families by their means, each band without its end but for the last; * marks the band "
                + "in which the model's threshold lies.",
        ]
    }
}

extension AdherenceTable {
    /// The table for people.
    package func text() -> String {
        var lines = [
            "Adherence: \(scope.placeText), by \(averages.grouping.rawValue)",
            "Valid interviews from \(period)\(scope.knowledge(knownAt)).", "",
        ]
        if averages.rows.isEmpty {
            return (lines + ["n/a: there is no valid interview in the period."]).map { $0 + "\n" }.joined()
        }
        let header = [
            "Model", "Team", "Therapist", "Families", "Mean of families", "", "Interviews", "Mean of interviews",
        ]
        let cells = averages.rows.map { row in
            [
                row.group.model.text, row.group.team?.text ?? "all", therapist(of: row) ?? "all",
                "\(row.families.count)", row.families.rounded(to: .two) ?? "n/a", row.isFew ? "(few)" : "",
                "\(row.interviews.count)", row.interviews.rounded(to: .two) ?? "n/a",
            ]
        }
        let columns = TextColumns(
            [.left, .left, .left, .right, .right, .left, .right, .right], fitting: [header] + cells)
        lines += [columns.line(header)] + cells.map(columns.line) + [""] + distribution + [""] + notes
        return lines.map { $0 + "\n" }.joined()
    }

    /// How many families have a mean in each tenth.
    private var distribution: [String] {
        let places = 0..<AdherenceBands.count
        let header = ["Model", "Team", "Therapist"] + places.map(AdherenceBands.title) + ["Threshold"]
        let cells = averages.rows.map { row in
            let threshold = thresholds[row.group.model]
            let families = places.map { "\(row.bands.families[$0])" + (threshold?.place == $0 ? "*" : "") }
            let names = [row.group.model.text, row.group.team?.text ?? "all", therapist(of: row) ?? "all"]
            return names + families + [threshold?.text ?? "none"]
        }
        let columns = TextColumns(
            [.left, .left, .left] + places.map { _ in .right } + [.right], fitting: [header] + cells)
        return ["Families by the mean of their interviews", columns.line(header)] + cells.map(columns.line)
    }

    /// The table as JSON. The same record gives the same bytes.
    package func json() -> String {
        let report = ReportValue.object([
            .init("report", .text("adherence")),
            .init("scope", .object(scope.values)),
            .init("period", .object(period.values)),
            .init("known_at", ReportValue(text: knownAt?.description)),
            .init("edition", .null),
            .init("by", .text(averages.grouping.rawValue)),
            .init("rows", .array(averages.rows.map { .object(values(of: $0) + [distribution(of: $0)]) })),
            .init("notes", .array(notes.map { .text($0) })),
        ])
        return report.json() + "\n"
    }

    /// The rows as CSV (RFC 4180): a header, one line a row, the columns named as the keys of the JSON form.
    package func csv() -> String {
        let header = [
            "model", "team", "therapist", "families", "mean_of_families", "few", "interviews", "mean_of_interviews",
            "threshold",
        ]
        let bands = (0..<AdherenceBands.count).map { "families_from_\(AdherenceBands.start(of: $0))" }
        let rows = averages.rows.map { row in
            values(of: row).map(\.value.plain) + row.bands.families.map { "\($0)" }
        }
        return CSVText.lines([header + bands] + rows)
    }

    private func distribution(of row: AdherenceAverages.Row) -> ReportValue.Member {
        let bands = row.bands.families.enumerated().map { place, families in
            ReportValue.object([
                .init("from", .stated(AdherenceBands.start(of: place))),
                .init("to", .stated(AdherenceBands.start(of: place + 1))), .init("families", .whole(families)),
                .init("holds_threshold", ReportValue(boolean: thresholds[row.group.model].map { $0.place == place })),
            ])
        }
        return .init("distribution", .array(bands))
    }

    private func values(of row: AdherenceAverages.Row) -> [ReportValue.Member] {
        [
            .init("model", .text(row.group.model.text)),
            .init("team", ReportValue(text: row.group.team?.text)),
            .init("therapist", ReportValue(text: row.group.therapist?.text)),
            .init("families", .whole(row.families.count)),
            .init("mean_of_families", ReportValue(decimal: row.families.value)),
            .init("few", .boolean(row.isFew)),
            .init("interviews", .whole(row.interviews.count)),
            .init("mean_of_interviews", ReportValue(decimal: row.interviews.value)),
            .init("threshold", thresholds[row.group.model].map { .stated($0.text) } ?? .null),
        ]
    }

    /// Who it is when therapists are told apart.
    private func therapist(of row: AdherenceAverages.Row) -> String? {
        guard averages.grouping == .therapist else { return nil }
        return row.group.therapist?.text ?? "nobody named"
    }
}
