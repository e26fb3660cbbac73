extension TreatmentLaws {
    /// The laws of modules and their gates.
    mutating func checkModules() {
        checkNames(modules.map(\.key))
        for module in modules {
            let name = module.key.text
            checkWords(name, title: module.title, source: module.source)
            checkRoles(module.about, of: name)
            checkDays(module.beginWithin)
            checkNames(module.gates.map(\.key), in: name)
            if case .when(let condition) = module.need { check(condition, about: module.about, of: name) }
            if let done = module.doneWhen { check(done, about: module.about, of: name) }
            for gate in module.gates {
                let place = "\(name) \(gate.key)"
                checkWords(place, title: gate.title, source: gate.source)
                check(gate.condition, about: module.about, of: place)
                if gate.strength == .hard, !gate.source.contains("[V]") { report(.statedRule, place) }
            }
        }
        for module in modules where waits(module.key, for: module.key, past: []) { report(.noWaiting, module.key) }
        if modules.contains(where: { module in module.gates.contains { $0.strength == .soft } }) {
            checkDays(.countersignWithin)
        }
    }

    /// Whether a module can only begin after another, over any number of hard gates.
    private func waits(_ key: ModuleKey, for other: ModuleKey, past: Set<ModuleKey>) -> Bool {
        guard let module = modules.first(where: { $0.key == key }), !past.contains(key) else { return false }
        let before = module.gates.filter { $0.strength == .hard }.flatMap(\.condition.modulesBefore)
        return before.contains { $0 == other || waits($0, for: other, past: past.union([key])) }
    }

    /// The laws of facts that are owed.
    mutating func checkDuties() {
        let common: [ObligationKind] = [.adherenceInterview, .followUp, .countersignature]
        checkNames(common + duties.map(\.obligation) + modules.map { .beginning(of: $0.key) })
        for duty in duties {
            let name = duty.obligation.text
            checkWords(name, title: duty.title, source: duty.source)
            checkRoles(duty.about, of: name)
            check(duty.fact, duty.fields)
            if let fact = definition(duty.fact), duty.about != [.family], !duty.about.allSatisfy(fact.about.contains) {
                report(.satisfiable, name)
            }
            checkDays(duty.due)
            checkDays(duty.every, least: 1)
            checkDays(duty.window)
            if let condition = duty.when { check(condition, about: duty.about, of: name) }
            switch duty.anchor {
            case .firstSession: break
            // Nothing ends after the closing but by itself.
            case .closing: if duty.every != nil { report(.scheduleAdvances, name) }
            case .phase(let phase): checkPhase(phase)
            case .first(let kind, let tests), .each(let kind, let tests): check(kind, tests)
            }
        }
    }

    /// A phase of the model.
    mutating func checkPhase(_ phase: PhaseID) {
        if model.phases.phase(phase) == nil { report(.knownPhase, phase) }
    }
}

extension Condition {
    /// The modules that must run or be completed for it, whatever else.
    fileprivate var modulesBefore: [ModuleKey] {
        switch self {
        case .running(let module), .completed(let module): [module]
        case .all(let parts): parts.flatMap(\.modulesBefore)
        case .any(let parts): parts.count == 1 ? parts.flatMap(\.modulesBefore) : []
        case .not, .recorded, .everyone, .tracker, .phase: []
        }
    }
}
