import Intervention

/// Measures of one model that are shown together.
package struct MeasureBlock: Hashable, Sendable {
    /// The heading.
    package let title: String
    /// The measures, in the model's order; at least one.
    package let rows: [MeasureRow]

    /// What has to be known to read the numbers rightly, a line each.
    package var notes: [String] {
        var notes: [String] = []
        if rows.contains(where: { $0.measure.unknowns == .apart && $0.unknown > 0 }) {
            notes.append("Unknown is neither yes nor no: it is not in N where N is of known answers.")
        }
        if rows.contains(where: { $0.measure.unknowns == .kept }) {
            notes.append("Over all who began: unknown is neither yes nor no and stays in N.")
        }
        if rows.contains(where: { $0.measure.counts.isFollowUp }) {
            notes.append("Not due: the day of the follow-up is to come; it is not in N.")
        }
        for row in rows where row.outsideWindow > 0 {
            notes.append("\(row.measure.title): held outside the window and not counted: \(row.outsideWindow).")
        }
        return notes
    }
}

extension MeasureCount {
    /// Whether it is asked after the closing.
    var isFollowUp: Bool {
        switch self {
        case .followUp: true
        default: false
        }
    }
}

extension InterventionModel {
    /// What is measured beside the indicator table, in blocks with their headings.
    var measureBlocks: [(title: String, measures: [Measure])] {
        [("Instrumental outcomes", instrumentalMeasures), ("Of this model", ownMeasures)]
            .filter { !$0.measures.isEmpty }
    }

    /// The outcomes of the indicator table that the model counts over another base than the table's.
    var otherBases: [(indicator: Indicator, measure: Measure)] {
        outcomes.compactMap { outcome in
            guard outcome.base != .opportunity, let indicator = Indicator(rawValue: outcome.key.text) else {
                return nil
            }
            return (indicator, Measure(of: outcome))
        }
    }
}
