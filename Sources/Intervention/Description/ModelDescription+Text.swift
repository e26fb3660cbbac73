extension ModelDescription {
    /// The description for people: the phases as a diagram, then every declaration, parameters with bounds and source.
    /// Lines end with a newline, the last one too.
    public var text: String {
        let sections = [
            heading, section("Phases", phaseDiagram.map { "  \($0)" }), section("Eligibility", eligibilityLines),
            section("Closure reasons", reasonLines),
            section("Outcomes", outcomeLines), section("Measures", measureLines), section("Targets", targetLines),
            section("Published figures", comparatorLines), section("Facts", factLines),
            section("Trackers", trackerLines), section("Modules", moduleLines), section("Duties", dutyLines),
            section("Trainings", trainingLines), section("Instruments", instrumentLines),
            section("Parameters", parameterLines), ModelDescription.marks,
        ]
        return sections.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    /// What the marks of the sources mean.
    private static let marks = [
        "Sources: [V] read in a public source, [V~] in a neighbouring one, [G] general knowledge, not confirmed,",
        "[I] inferred or decided here, [X] looked for and not public.",
    ]

    private var heading: [String] {
        var lines = ["\(title) (\(id), version \(version.number))", "Treats: \(client.phrase)"]
        if let least = parameter(.caseloadLeast), let most = parameter(.caseloadMost) {
            lines.append("Caseload: \(least.standard) to \(most.standard) families a full-time therapist")
        }
        if let least = parameter(.leastAge), let greatest = parameter(.greatestAge) {
            lines.append("Age at referral: \(least.standard) to \(greatest.standard) years")
        }
        return lines
    }

    private func section(_ name: String, _ lines: [String]) -> [String] {
        [name] + (lines.isEmpty ? ["  none"] : lines)
    }

    private var eligibilityLines: [String] {
        let asked = requirements.isEmpty ? [] : ["  asked, all of it"] + requirements.map(\.line)
        return asked
            + EligibilityCriterion.Effect.allCases.flatMap { effect -> [String] in
                let questions = criteria.filter { $0.effect == effect }
                return questions.isEmpty ? [] : ["  \(effect.rawValue)"] + questions.flatMap(\.lines)
            }
    }

    private var reasonLines: [String] {
        ClosureGroup.allCases.flatMap { group in
            ["  \(group.rawValue)"]
                + closureReasons.filter { $0.group == group }.map { "    \($0.id): \($0.title)" }
        }
    }

    private var outcomeLines: [String] {
        outcomes.flatMap { outcome in
            [
                "  \(outcome.key): \(outcome.title) (\(outcome.role.rawValue)), counted over \(outcome.base.phrase)",
                "    \(outcome.meaning)",
            ]
        }
    }

    private var measureLines: [String] {
        measures.flatMap { measure in
            [
                "  \(measure.key): \(measure.title), \(measure.unit.rawValue) counted over \(measure.base.rawValue)"
                    + (measure.unknowns == .kept ? ", unknown ones among them" : ""),
                "    \(measure.meaning)", "    source: \(measure.source)",
            ]
        }
    }

    private var targetLines: [String] {
        targets.map { target in
            let values = target.parameters.map { key in
                parameter(key).map { $0.unit.phrase(of: $0.standard) } ?? "\(key)"
            }
            return "  \(target.indicator.rawValue): \(target.comparison.symbol) \(values.joined(separator: " and "))"
        }
    }

    private var comparatorLines: [String] {
        comparators.map { "  \($0.indicator.rawValue): \($0.phrase) (\($0.label); \($0.source))" }
    }

    private var instrumentLines: [String] {
        instruments.flatMap { instrument in
            let items = instrument.scoring.items.map { "\($0) items" } ?? "number of items not public"
            let lines = ["  \(instrument.id): \(instrument.title), measures \(instrument.measures.rawValue), \(items)"]
            return lines + askingLines(of: instrument) + ["    source: \(instrument.source)"]
        }
    }

    private func askingLines(of instrument: Instrument) -> [String] {
        var lines: [String] = []
        if !instrument.respondents.isEmpty { lines.append("    asks \(words(instrument.respondents))") }
        for (phase, respondents) in instrument.respondentsByPhase.sorted(by: { $0.key < $1.key }) {
            lines.append("    in the phase \(phase) asks \(words(respondents))")
        }
        if let schedule = instrument.schedule {
            let first = parameter(schedule.firstAfter).map { "\($0.standard)" } ?? "?"
            let every = parameter(schedule.every).map { "\($0.standard)" } ?? "?"
            lines.append("    first due \(first) days after the first session, then every \(every) days")
        }
        return lines
    }

    private func words(_ respondents: [Respondent]) -> String {
        respondents.map(\.rawValue).joined(separator: ", ")
    }

    private func overrideLines(of parameter: Parameter) -> [String] {
        overrides.filter { $0.key == parameter.key }.map {
            "    site \($0.site): \(parameter.unit.phrase(of: $0.value)) from \($0.from): \($0.reason)"
        }
    }

    private var parameterLines: [String] {
        parameters.flatMap { parameter in
            let standard = parameter.unit.phrase(of: parameter.standard)
            return [
                "  \(parameter.key): \(standard) (may be \(parameter.unit.phrase(of: parameter.bounds)))",
                "    \(parameter.title)",
                "    source: \(parameter.source)",
            ] + overrideLines(of: parameter)
        }
    }
}

extension ClientSubject {
    fileprivate var phrase: String {
        switch self {
        case .youngPerson: "the young person with the carers"
        case .wholeFamily: "the whole family"
        }
    }
}

extension OutcomeBase {
    fileprivate var phrase: String {
        switch self {
        case .opportunity: "closures with the opportunity for a full course"
        case .allClosures: "all closures"
        case .started: "all closures whose treatment had begun"
        }
    }
}

extension Comparator {
    fileprivate var phrase: String {
        switch indicator.unit {
        case .share: "\(Described.decimal(Int64(tenThousandths), decimals: 2))%"
        case .days: "\(Described.decimal(Int64(tenThousandths), decimals: 4)) days"
        default: Described.decimal(Int64(tenThousandths), decimals: 4)
        }
    }
}

extension ParameterUnit {
    fileprivate func phrase(of value: ParameterValue) -> String {
        switch (self, value) {
        case (.share, .billionths(let number)): "\(Described.decimal(number, decimals: 7))%"
        case (.score, _), (.choice, _): "\(value)"
        case (.criteria, _): "\(value) of the questions"
        case (.contactsPerWeek, _): "\(value) contacts a week"
        case (_, _): "\(value) \(rawValue)"
        }
    }

    fileprivate func phrase(of bounds: ParameterBounds) -> String {
        switch (self, bounds) {
        case (.share, .billionths(let range)):
            "\(phrase(of: .billionths(range.lowerBound))) to \(phrase(of: .billionths(range.upperBound)))"
        default: "\(bounds)"
        }
    }
}
