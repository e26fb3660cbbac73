extension ModelConformance {
    /// The laws of a model's own figures.
    static func checkCountedMeasures(_ model: any InterventionModel) -> [Violation] {
        var violations: [Violation] = []
        func report(_ law: Violation.Law, _ name: MeasureKey) {
            violations.append(Violation(model: model.id, law: law, name: name.text))
        }
        var seen = Set(model.outcomes.map { MeasureKey($0.key) }).union(
            Indicator.allCases.compactMap { MeasureKey($0.rawValue) })
        for measure in model.measures {
            if !measure.key.isWellFormed { report(.wellFormedName, measure.key) }
            if !seen.insert(measure.key).inserted { report(.uniqueName, measure.key) }
            if measure.title.isBlank || measure.meaning.isBlank { report(.titled, measure.key) }
            if measure.source.isBlank { report(.sourced, measure.key) }
            if !measure.counts.namesWhatIs(in: model) { report(.measuredThing, measure.key) }
            if measure.counts == .movedHome, !countsMovesWhole(model) { report(.movesCountedWhole, measure.key) }
        }
        return violations
    }

    /// Whether the figures that make moves home readable stand beside them, all over those who began: who began, who is
    /// at home at the end, and who is six and twelve months later (`uk.md` 2.3, rule 4).
    private static func countsMovesWhole(_ model: any InterventionModel) -> Bool {
        let moved = model.measures.filter { $0.counts == .movedHome }
        let beside: [MeasureCount] = [
            .outcome(.atHome), .followUp(.atHome, .six), .followUp(.atHome, .twelve),
        ]
        return model.measures.contains { $0.counts == .started && $0.base == .closed }
            && moved.allSatisfy { $0.base == .started }
            && beside.allSatisfy { counts in
                model.measures.contains { $0.counts == counts && $0.base == .started && $0.unknowns == .kept }
            }
    }
}

extension MeasureCount {
    /// Whether the outcomes, facts, fields and words that it names are the model's.
    fileprivate func namesWhatIs(in model: any InterventionModel) -> Bool {
        switch self {
        case .started: true
        case .placedAgain(let kind): model.definition(of: kind) != nil
        case .movedHome:
            model.phases.phases.contains { $0.setting == .away } && model.phases.phases.contains { $0.setting == .home }
        case .outcome(let key), .followUp(let key, _): model.outcomes.contains { $0.key == key }
        case .happened(let kind, let tests):
            tests.allSatisfy { $0.canBeMet(by: model.definition(of: kind)) } && model.definition(of: kind) != nil
        case .turned(let kind, let from, let to, let provision):
            !from.isEmpty && !to.isEmpty
                && (from + to + (provision?.tests ?? [])).allSatisfy { $0.canBeMet(by: model.definition(of: kind)) }
        case .children(let kind, let field):
            model.definition(of: kind).map { $0.field(field)?.content == .answer && $0.about.contains(.index) } ?? false
        }
    }
}

extension FieldTest {
    /// Whether a fact of the kind can hold one of the words, and none of them is foreign to the field.
    fileprivate func canBeMet(by definition: FactDefinition?) -> Bool {
        guard !words.isEmpty else { return false }
        return switch definition?.field(field)?.content {
        case .choice(let list): words.allSatisfy(list.contains)
        case .answer: words.allSatisfy { Answer(rawValue: $0.text) != nil }
        default: false
        }
    }
}

extension InterventionModel {
    fileprivate func definition(of kind: FactKind) -> FactDefinition? { facts.first { $0.kind == kind } }
}
