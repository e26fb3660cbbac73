import CivilDate
import Intervention
import Markup
import Reporting

/// What the figures ask for: worked out from the table alone.
struct NextSteps {
    let table: IndicatorTable

    var nodes: [Node] {
        [
            el("h2", [.id("next")], "What to do next"),
            el("ul", [.class("steps")], each: steps.map { el("li", [], each: $0) }),
        ]
    }

    private var steps: [[Node]] {
        let steps = nothingYet + unknownOutcomes + missingInterviews + unmetTargets
        return steps + [whole]
    }

    private var site: String { table.scope.siteText }

    private var nothingYet: [[Node]] {
        guard table.sections.allSatisfy({ $0.closures == 0 }) else { return [] }
        return [
            [
                .text(
                    "Nothing was closed in this period. Choose another, or have the site's register taken in by whoever "
                        + "keeps the service: "),
                CommandText.inline("homeward import register FILE --site \(site)"),
            ]
        ]
    }

    private var unknownOutcomes: [[Node]] {
        let count = rows(.ultimateOutcomes).map(\.row.unknown).reduce(0, +)
        guard count > 0 else { return [] }
        return [
            [
                .text(
                    count == 1
                        ? "One answer to an ultimate outcome is unknown."
                        : "\(count) answers to ultimate outcomes are unknown."),
                " Ask for them, complete the register, and have it taken in again by whoever keeps the service: ",
                CommandText.inline("homeward import register FILE --site \(site)"),
            ]
        ]
    }

    private var missingInterviews: [[Node]] {
        let lacking = table.sections.filter { section in
            section.closures > 0 && section.rows.contains { $0.indicator == .meanAdherence && $0.denominator == 0 }
        }
        return lacking.map { section in
            [
                .text(
                    "There is no valid adherence interview for \(section.title) in this period. Interviewers hold those that "
                        + "are due from their own page; a file of others is taken in by whoever keeps the service: "),
                CommandText.inline("homeward import interviews FILE --site \(site)"),
            ]
        }
    }

    private var unmetTargets: [[Node]] {
        table.sections.compactMap { section in
            let unmet = section.rows.filter { $0.isMet == false }.map { $0.indicator.title.lowercasedFirst }
            guard !unmet.isEmpty else { return nil }
            return [
                .text("Talk over what \(section.title) did not meet: \(unmet.joined(separator: "; "))."),
                " With few families an interval is wide: look at it before you judge.",
            ]
        }
    }

    private var whole: [Node] {
        [
            "To keep these figures or work with them, whoever keeps the service writes them to a file: ",
            CommandText.inline(
                "homeward report indicators --site \(site) --from \(table.period.from) --to \(table.period.through)"
                    + " --format csv"),
        ]
    }

    private func rows(_ block: Indicator.Block) -> [(section: String, row: IndicatorRow)] {
        table.sections.flatMap { section in
            section.rows.filter { $0.indicator.block == block }.map { (section.model, $0) }
        }
    }
}

extension String {
    /// The words as they stand within a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
