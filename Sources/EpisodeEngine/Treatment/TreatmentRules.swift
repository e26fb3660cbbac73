import Intervention

/// What a model says of facts, trackers and modules, laid out for deciding.
struct TreatmentRules: Sendable {
    let facts: [FactKind: FactDefinition]
    let trackers: [Tracker]
    let modules: [ModuleKey: TreatmentModule]

    init(of model: any InterventionModel) {
        facts = Dictionary(model.facts.map { ($0.kind, $0) }) { first, _ in first }
        trackers = model.trackers
        modules = Dictionary(model.modules.map { ($0.key, $0) }) { first, _ in first }
    }

    /// Why a fact is not one of the model's, whatever else is on record; nil when it is.
    func fault(of fact: RecordedFact) -> Refusal? {
        guard let definition = facts[fact.kind] else { return .unknownFact(fact.kind) }
        for field in definition.fields where field.isRequired && fact.fields[field.key] == nil {
            return .missingField(fact.kind, field.key)
        }
        let wrong = fact.fields.filter { key, value in
            !(definition.field(key)?.content.allows(value) ?? false)
        }
        return wrong.keys.min().map { .wrongField(fact.kind, $0) }
    }

    /// The steps of trackers that a fact about somebody of a role can make, wherever they stand.
    func steps(of fact: RecordedFact, about role: SubjectRole) -> [TrackerStep] {
        trackers.filter { $0.about.contains(role) }.flatMap { tracker in
            tracker.moves.filter { $0.isMade(by: fact) }.map { move in
                TrackerStep(
                    tracker: tracker.key, from: move.from, isFromStart: move.from.contains(tracker.start), to: move.to
                )
            }
        }
    }

    /// The gates of a module that the model states as rules.
    func hardGates(of module: ModuleKey) -> [Gate] {
        modules[module]?.gates.filter { $0.strength == .hard } ?? []
    }
}

extension TrackerMove {
    /// Whether a fact makes the move, given that the tracker stands where it leads from.
    func isMade(by fact: RecordedFact) -> Bool {
        on == fact.kind && fields.allSatisfy { $0.isMet(by: fact) }
    }
}
