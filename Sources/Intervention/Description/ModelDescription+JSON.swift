extension ModelDescription {
    /// The description as JSON, with a newline at the end. Shares and scores are proportions of one; values are the
    /// model's standard ones; what sites set stands beside each parameter.
    public var json: String { described.json + "\n" }

    private var described: Described {
        .object(
            [
                .init("id", .text(id.text)),
                .init("version", .number(Int(version.number))),
                .init("title", .text(title)),
                .init("client", .text(client.rawValue)),
                .init("phases", .array(phases.phases.map(described))),
                .init("steps", .array(phases.steps.map(\.described))),
                .init("parameters", .array(parameters.map(described))),
                .init("instruments", .array(instruments.map(described))),
                .init("outcomes", .array(outcomes.map(\.described))),
                .init("measures", .array(measures.map(\.described))),
                .init("targets", .array(targets.map(described))),
                .init("comparators", .array(comparators.map(\.described))),
                .init(
                    "caseload",
                    .object([.init("least", value(.caseloadLeast)), .init("most", value(.caseloadMost))])
                ),
                .init("criteria", .array(criteria.map(\.described))),
                .init("requirements", .array(requirements.map(\.described))),
                .init("closureReasons", .array(closureReasons.map(\.described))),
            ] + describedTreatment)
    }

    private func described(_ parameter: Parameter) -> Described {
        let own = overrides.filter { $0.key == parameter.key }
        return .object([
            .init("key", .text(parameter.key.text)),
            .init("title", .text(parameter.title)),
            .init("unit", .text(parameter.unit.rawValue)),
            .init("standard", parameter.standard.described),
            .init("bounds", parameter.bounds.described),
            .init("source", .text(parameter.source)),
            .init(
                "sites",
                .array(
                    own.map {
                        .object([
                            .init("site", .text($0.site.text)), .init("value", $0.value.described),
                            .init("from", .text("\($0.from)")), .init("reason", .text($0.reason)),
                        ])
                    })
            ),
        ])
    }

    private func value(_ key: ParameterKey) -> Described { parameter(key)?.standard.described ?? .null }

    private func described(_ phase: Phase) -> Described {
        var planned = Described.null
        if let duration = phase.planned {
            planned = .object([
                .init("least", value(duration.least)),
                .init("most", value(duration.most)),
                .init("unit", parameter(duration.most).map { .text($0.unit.rawValue) } ?? .null),
            ])
        }
        return .object([
            .init("id", .text(phase.id.text)),
            .init("title", .text(phase.title)),
            .init("kind", .text(phase.kind.rawValue)),
            .init("planned", planned),
            .init("setting", phase.setting.map { .text($0.rawValue) } ?? .null),
        ])
    }

    private func described(_ instrument: Instrument) -> Described {
        .object([
            .init("id", .text(instrument.id.text)),
            .init("title", .text(instrument.title)),
            .init("respondents", .array(instrument.respondents.map { .text($0.rawValue) })),
            .init("measures", .text(instrument.measures.rawValue)),
            .init("firstDueAfterDays", instrument.schedule.map { value($0.firstAfter) } ?? .null),
            .init("everyDays", instrument.schedule.map { value($0.every) } ?? .null),
            .init("items", instrument.scoring.items.map { .number($0) } ?? .null),
            .init("source", .text(instrument.source)),
        ])
    }

    private func described(_ target: IndicatorTarget) -> Described {
        let values = target.parameters.map(value)
        return .object([
            .init("indicator", .text(target.indicator.rawValue)),
            .init("operator", .text(target.comparison.symbol)),
            .init("value", values.count == 1 ? values[0] : .array(values)),
        ])
    }
}

extension IndicatorTarget.Comparison {
    /// The comparison as reports write it: `>=`, `<` or `between`.
    public var symbol: String {
        switch self {
        case .atLeast: ">="
        case .below: "<"
        case .between: "between"
        }
    }
}

extension PhaseStep {
    fileprivate var described: Described {
        .object([
            .init("from", .text(from.text)), .init("to", .text(to.text)), .init("by", .text(kind.rawValue)),
        ])
    }
}

extension ParameterValue {
    fileprivate var described: Described {
        switch self {
        case .whole(let number): .number(number)
        case .billionths(let number): .number(number, decimals: 9)
        case .choice(let text): .text(text)
        }
    }
}

extension ParameterBounds {
    /// `{least, most}`, or `{choices}`.
    fileprivate var described: Described {
        switch self {
        case .whole(let range):
            .object([.init("least", .number(range.lowerBound)), .init("most", .number(range.upperBound))])
        case .billionths(let range):
            .object([
                .init("least", .number(range.lowerBound, decimals: 9)),
                .init("most", .number(range.upperBound, decimals: 9)),
            ])
        case .choices(let list): .object([.init("choices", .array(list.map { .text($0) }))])
        }
    }
}

extension OutcomeDefinition {
    fileprivate var described: Described {
        .object([
            .init("key", .text(key.text)),
            .init("title", .text(title)),
            .init("meaning", .text(meaning)),
            .init("base", .text(base.rawValue)),
            .init("role", .text(role.rawValue)),
            .init("source", .text(source)),
        ])
    }
}

extension Measure {
    fileprivate var described: Described {
        .object([
            .init("key", .text(key.text)),
            .init("title", .text(title)),
            .init("meaning", .text(meaning)),
            .init("unit", .text(unit.rawValue)),
            .init("over", .text(base.rawValue)),
            .init("unknowns", .text(unknowns.rawValue)),
            .init("source", .text(source)),
        ])
    }
}

extension Comparator {
    fileprivate var described: Described {
        .object([
            .init("indicator", .text(indicator.rawValue)),
            .init("value", .number(Int64(tenThousandths), decimals: 4)),
            .init("label", .text(label)),
            .init("source", .text(source)),
        ])
    }
}

extension ClosureReason {
    fileprivate var described: Described {
        .object([
            .init("id", .text(id.text)), .init("group", .text(group.rawValue)), .init("title", .text(title)),
        ])
    }
}
