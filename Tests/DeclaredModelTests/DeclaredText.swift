import Intervention

@testable import DeclaredModel

/// Writes the file of any model whose graph is the usual one.
enum DeclaredText {
    static func of(_ model: any InterventionModel) -> Specimen {
        let parts: [(String, String)] = [
            ("id", model.id.text), ("version", "\(model.version.number)"), ("title", quoted(model.title)),
            ("client", model.client.rawValue),
            ("phases", list(model.phases.phases.filter { $0.kind == .treatment }.map(phase))),
            (
                "steps",
                list(
                    model.phases.steps.filter { $0.kind == .advance }.map {
                        mapping([("from", $0.from.text), ("to", $0.to.text)])
                    })
            ),
            ("parameters", list(model.parameters.map(parameter))),
            ("criteria", list(model.criteria.map(criterion))),
            ("requirements", list(model.requirements.map(requirement))),
            ("measures", list(model.measures.map(measure))),
            ("facts", list(model.facts.map(fact))), ("trackers", list(model.trackers.map(tracker))),
            ("modules", list(model.modules.map(module))), ("duties", list(model.duties.map(duty))),
            ("trainings", list(model.trainings.map(training))),
            ("instruments", list(model.instruments.map(instrument))),
            ("outcomes", list(model.outcomes.map(outcome))),
            (
                "closureReasons",
                list(
                    model.closureReasons.map {
                        mapping([("id", $0.id.text), ("group", $0.group.rawValue), ("title", quoted($0.title))])
                    })
            ),
            ("targets", list(model.targets.map(target))),
        ]
        return Specimen(text: parts.map { "\($0): \($1)\n" }.joined())
    }

    private static func phase(_ phase: Phase) -> String {
        mapping([
            ("id", phase.id.text), ("title", quoted(phase.title)),
            ("setting", phase.setting?.rawValue),
            ("planned", phase.planned.map { mapping([("least", $0.least.text), ("most", $0.most.text)]) }),
        ])
    }

    private static func parameter(_ parameter: Parameter) -> String {
        var bounds: [(String, String?)]
        switch parameter.bounds {
        case .whole(let range): bounds = [("least", "\(range.lowerBound)"), ("most", "\(range.upperBound)")]
        case .billionths(let range):
            bounds = [
                ("least", ParameterValue.billionths(range.lowerBound).description),
                ("most", ParameterValue.billionths(range.upperBound).description),
            ]
        case .choices(let choices): bounds = [("choices", list(choices.map(quoted)))]
        }
        return mapping(
            [
                ("key", parameter.key.text), ("title", quoted(parameter.title)), ("unit", parameter.unit.rawValue),
                ("standard", quoted(parameter.standard.description)),
            ] + bounds + [("source", quoted(parameter.source))])
    }

    private static func criterion(_ criterion: EligibilityCriterion) -> String {
        mapping([
            ("key", criterion.key.text), ("question", quoted(criterion.question)),
            ("effect", criterion.effect.rawValue), ("within", criterion.within?.text),
            ("source", quoted(criterion.source)),
        ])
    }

    private static func requirement(_ requirement: EligibilityRequirement) -> String {
        let ways = requirement.ways.map { way in
            mapping([
                ("criteria", list(way.criteria.map(\.text))), ("atLeast", way.atLeast?.text),
                (
                    "when",
                    way.choice.map {
                        mapping([("parameter", $0.parameter.text), ("values", list($0.values.map(quoted)))])
                    }
                ),
            ])
        }
        return mapping([("title", quoted(requirement.title)), ("ways", list(ways))])
    }

    private static func instrument(_ instrument: Instrument) -> String {
        let phases = instrument.respondentsByPhase.sorted { $0.key < $1.key }
        return mapping([
            ("id", instrument.id.text), ("title", quoted(instrument.title)),
            ("measures", instrument.measures.rawValue),
            ("respondents", list(instrument.respondents.map(\.rawValue))),
            ("respondentsByPhase", mapping(phases.map { ($0.key.text, list($0.value.map(\.rawValue))) })),
            ("therapistMayCollect", instrument.therapistMayCollect ? "yes" : "no"),
            ("firstAfter", instrument.schedule?.firstAfter.text), ("every", instrument.schedule?.every.text),
            ("items", instrument.scoring.items.map { "\($0)" }),
            ("leastAnswered", instrument.scoring.leastAnswered?.text), ("source", quoted(instrument.source)),
        ])
    }

    private static func outcome(_ outcome: OutcomeDefinition) -> String {
        mapping([
            ("key", outcome.key.text), ("title", quoted(outcome.title)), ("meaning", quoted(outcome.meaning)),
            ("base", outcome.base.rawValue), ("role", outcome.role.rawValue), ("source", quoted(outcome.source)),
        ])
    }

    private static func target(_ target: IndicatorTarget) -> String {
        let aim: [(String, String?)] =
            switch target.comparison {
            case .atLeast(let key): [("atLeast", key.text)]
            case .below(let key): [("below", key.text)]
            case .between(let low, let high): [("from", low.text), ("to", high.text)]
            }
        return mapping([("indicator", target.indicator.rawValue)] + aim)
    }

    static func mapping(_ parts: [(String, String?)]) -> String {
        "{" + parts.compactMap { key, value in value.map { "\(key): \($0)" } }.joined(separator: ", ") + "}"
    }

    static func list(_ parts: [String]) -> String { "[" + parts.joined(separator: ", ") + "]" }

    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
