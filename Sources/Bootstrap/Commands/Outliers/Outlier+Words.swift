import CivilDate
import Intervention
import Reporting
import Sites

extension Outlier.Finding {
    /// The figure in words: `mst completed 18/33 beside 402/471, 2025-01-01 to 2025-12-31, alarm`.
    var words: String {
        "\(model) \(indicator.rawValue) \(numerator)/\(denominator) beside \(networkNumerator)/\(networkDenominator) of all "
            + "sites, \(period), \(signal.rawValue)"
    }
}

extension Outlier {
    /// Where it stands, and that the site did not answer where it did not.
    var standingText: String { isUnanswered ? "\(standing.rawValue), the site did not answer" : standing.rawValue }

    /// The outlier for people, with all that was made of it.
    var lines: [String] {
        var lines = [
            "outlier \(number): site \(site)", finding.words, "found by \(recordedBy), as known at \(knownAt)",
            "stands: \(standingText)", "answer due by \(answerDue)",
        ]
        for step in steps {
            lines.append("\(step.takenOn)  \(step.step.words), by \(step.recordedBy): \(step.note)")
        }
        return lines
    }

    /// The outlier for programs.
    var json: OrderedJSON {
        .object([
            "number": .integer(Int(number.number)), "site": .text(site.text), "model": .text(finding.model.text),
            "indicator": .text(finding.indicator.rawValue), "from": .text("\(finding.period.from)"),
            "to": .text("\(finding.period.through)"), "numerator": .integer(finding.numerator),
            "denominator": .integer(finding.denominator), "network_numerator": .integer(finding.networkNumerator),
            "network_denominator": .integer(finding.networkDenominator), "signal": .text(finding.signal.rawValue),
            "known_at": .text("\(knownAt)"), "answer_due": .text("\(answerDue)"), "standing": .text(standing.rawValue),
            "unanswered": .boolean(isUnanswered),
            "steps": .list(
                steps.map { step in
                    .object([
                        "step": .text(step.step.words), "on": .text("\(step.takenOn)"),
                        "by": .text(step.recordedBy), "text": .text(step.note),
                    ])
                }),
        ])
    }
}

extension OutlierStep.Step {
    /// The step in words: `answered: data-right`.
    fileprivate var words: String {
        switch self {
        case .answered(let check): "answered: \(check.rawValue)"
        case .decided(let decision): "decided: \(decision.rawValue)"
        case .published: "published"
        case .withdrawn: "withdrawn"
        }
    }
}
