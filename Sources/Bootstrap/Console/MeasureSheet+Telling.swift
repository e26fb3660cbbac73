import CivilDate
import Intervention
import Practice

extension MeasureSheet {
    /// The sheet for people; empty without a slot.
    var lines: [String] {
        guard !summaries.isEmpty else { return [] }
        var table = TextTable(["measure", "about", "slot from", "raters", "figure", "sections"])
        for summary in summaries {
            let sections = summary.sections.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            table.add([
                summary.slot.instrument.text, summary.slot.about?.text ?? "-", summary.slot.from.description,
                summary.raters.map { "\($0)" } ?? "-", summary.whole.description,
                sections.isEmpty ? "-" : sections.joined(separator: ", "),
            ])
        }
        return table.lines
    }

    /// The sheet for programs.
    func json(of site: SiteCode) -> OrderedJSON {
        .object([
            "site": .text(site.text), "team": .text(team.text), "least": .integer(least),
            "slots": .list(summaries.map(MeasureSheet.json)),
        ])
    }

    private static func json(_ summary: RatedSummary) -> OrderedJSON {
        .object([
            "measure": .text(summary.slot.instrument.text), "about": summary.slot.about.map { .text($0.text) } ?? .null,
            "from": .text(summary.slot.from.description), "raters": summary.raters.map { .integer($0) } ?? .null,
            "figure": json(summary.whole),
            "sections": .list(
                summary.sections.sorted { $0.key < $1.key }.map { key, figure in
                    .object(["section": .text(key.text), "figure": json(figure)])
                }),
        ])
    }

    /// Null when there are too few raters.
    private static func json(_ figure: RatedFigure) -> OrderedJSON {
        switch figure {
        case .suppressed: .null
        case .mean(let score): .object(["mean": .text(score.description)])
        case .atMost(let score): .object(["atMost": .text(score.description)])
        case .atLeast(let score): .object(["atLeast": .text(score.description)])
        }
    }
}
