extension TreatmentLaws {
    /// The laws of a condition that is asked about people of some roles: it names what is there, and it can be met.
    mutating func check(_ condition: Condition, about roles: [SubjectRole], of name: String) {
        checkNames(in: condition)
        for role in roles where !canHold(condition, about: role) {
            report(.satisfiable, name)
            return
        }
    }

    private mutating func checkNames(in condition: Condition) {
        switch condition {
        case .all(let parts), .any(let parts): for part in parts { checkNames(in: part) }
        case .not(let part): checkNames(in: part)
        case .recorded(let test), .everyone(_, let test):
            check(test.kind, test.fields)
            checkDays(test.within)
            if let last = test.sinceLast { check(last, []) }
            if let field = test.current { checkLink(field, of: test.kind) }
        case .tracker(let key, let states):
            guard let tracker = trackers.first(where: { $0.key == key }) else { return report(.knownTracker, key) }
            for state in states where !tracker.states.contains(where: { $0.key == state }) {
                report(.knownTracker, "\(key) \(state)")
            }
        case .running(let key), .completed(let key):
            if !modules.contains(where: { $0.key == key }) { report(.knownModule, key) }
        case .phase(let phases): for phase in phases { checkPhase(phase) }
        }
    }

    /// A field that links; of a kind that is not known nothing is said again.
    private mutating func checkLink(_ field: FieldKey, of kind: FactKind) {
        guard let definition = definition(kind) else { return }
        if case .link = definition.field(field)?.content { return }
        report(.knownField, "\(kind) \(field)")
    }

    /// Whether it can come to hold about somebody of a role. What names nothing known is reported by its own law.
    private func canHold(_ condition: Condition, about role: SubjectRole) -> Bool {
        switch condition {
        case .all(let parts): parts.allSatisfy { canHold($0, about: role) }
        case .any(let parts): parts.contains { canHold($0, about: role) }
        case .not: true
        case .recorded(let test): canBeRecorded(test, about: role)
        case .everyone(let roles, let test):
            !roles.isEmpty && roles.allSatisfy { definition(test.kind)?.about.contains($0) ?? true }
        case .tracker(let key, let states):
            trackers.first { $0.key == key }.map { tracker in
                (tracker.about.contains(role) || tracker.about == [.family]) && !states.isEmpty
                    && !tracker.reachedStates.isDisjoint(with: states)
            } ?? true
        case .running(let key), .completed(let key):
            modules.first { $0.key == key }.map { $0.about.contains(role) } ?? true
        case .phase(let phases): !phases.isEmpty
        }
    }

    private func canBeRecorded(_ test: FactTest, about role: SubjectRole) -> Bool {
        guard let fact = definition(test.kind) else { return true }
        return switch test.whose {
        case .same: fact.about.contains(role)
        case .anybody: true
        case .of(let roles): !roles.filter(fact.about.contains).isEmpty
        }
    }
}
