extension ModelDescription {
    /// What is recorded beyond the common words.
    var factLines: [String] {
        facts.flatMap { fact in
            let extent = fact.extent == .interval ? "holds until withdrawn" : "happens on a day"
            let seen = fact.visibility.phrase.map { ["    \($0)"] } ?? []
            return ["  \(fact.kind): \(fact.title), about \(words(fact.about)), \(extent)"] + seen
                + fact.fields.map { field in
                    "    \(field.key)\(field.isRequired ? "" : " (may be left out)"): \(field.title): "
                        + field.content.phrase
                } + ["    source: \(fact.source)"]
        }
    }

    /// The state machines, each with its diagram.
    var trackerLines: [String] {
        trackers.flatMap { tracker in
            ["  \(tracker.key): \(tracker.title), about \(words(tracker.about))"]
                + diagram(of: tracker).map { "    \($0)" } + ["    source: \(tracker.source)"]
        }
    }

    /// The parts of treatment with their gates.
    var moduleLines: [String] { modules.flatMap { lines(of: $0) } }

    private func lines(of module: TreatmentModule) -> [String] {
        var lines = [
            "  \(module.key): \(module.title), for \(words(module.about))", "    needed \(module.need.phrase)",
        ]
        if let within = module.beginWithin { lines.append("    begun within \(parameterPhrase(within))") }
        for gate in module.gates {
            lines.append("    gate \(gate.key) (\(gate.strength.rawValue)): \(gate.title)")
            lines.append("      met when \(gate.condition.phrase)")
            lines.append("      source: \(gate.source)")
        }
        if let done = module.doneWhen { lines.append("    completed when \(done.phrase)") }
        return lines + ["    source: \(module.source)"]
    }

    /// The facts that are owed at a time.
    var dutyLines: [String] {
        duties.flatMap { duty in
            let fact = duty.fields.isEmpty ? duty.fact.text : "\(duty.fact) with \(duty.fields.phrase)"
            var lines = [
                "  \(duty.obligation): \(duty.title), about \(words(duty.about))",
                "    met by \(fact), \(parameterPhrase(duty.due)) after \(duty.anchor.phrase)",
            ]
            if let every = duty.every { lines.append("    again after \(parameterPhrase(every))") }
            if let window = duty.window { lines.append("    can be met late for \(parameterPhrase(window))") }
            if let when = duty.when { lines.append("    while \(when.phrase)") }
            if let late = duty.late { lines.append("    alert when late: \(late.rawValue)") }
            return lines + ["    source: \(duty.source)"]
        }
    }

    /// The training that staff need.
    var trainingLines: [String] {
        trainings.flatMap { training in
            let roles = training.roles.map(\.rawValue).sorted().joined(separator: ", ")
            let deadline =
                switch training.deadline {
                case .firstCase: "before the first family"
                case .months(let key): "within \(parameterPhrase(key)) in the role"
                }
            return [
                "  \(training.kind): \(training.title), for \(roles), \(deadline)", "    source: \(training.source)",
            ]
        }
    }

    /// A parameter with its standard value: `7 days (review-every)`.
    private func parameterPhrase(_ key: ParameterKey) -> String {
        guard let parameter = parameter(key) else { return key.text }
        return "\(parameter.standard) \(parameter.unit.rawValue) (\(key))"
    }

    private func words(_ roles: [SubjectRole]) -> String { roles.map(\.rawValue).joined(separator: ", ") }
}

extension FactVisibility {
    fileprivate var phrase: String? {
        switch self {
        case .team: nil
        case .restricted: "seen by the episode's therapist and supervisor alone"
        case .restrictsEpisode: "while it holds, the episode's therapist and supervisor alone see the episode"
        }
    }
}
