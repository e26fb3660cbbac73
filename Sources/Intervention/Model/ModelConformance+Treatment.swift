extension ModelConformance {
    /// The laws of what a model records, tracks, delivers and is owed.
    static func checkTreatment(_ model: any InterventionModel) -> [Violation] {
        var laws = TreatmentLaws(model)
        laws.checkFacts()
        laws.checkTrackers()
        laws.checkModules()
        laws.checkDuties()
        return laws.violations
    }
}

/// The declarations of a model by their names, and the laws of treatment that they break.
struct TreatmentLaws {
    let model: any InterventionModel
    let facts: [FactDefinition]
    let trackers: [Tracker]
    let modules: [TreatmentModule]
    let duties: [FactDuty]
    private let definitions: [FactKind: FactDefinition]
    private let parameters: [ParameterKey: Parameter]
    private(set) var violations: [Violation] = []

    init(_ model: any InterventionModel) {
        self.model = model
        facts = model.facts
        trackers = model.trackers
        modules = model.modules
        duties = model.duties
        definitions = Dictionary(model.facts.map { ($0.kind, $0) }) { first, _ in first }
        parameters = Dictionary(model.parameters.map { ($0.key, $0) }) { first, _ in first }
    }

    /// Notes a broken law and the name that offends.
    mutating func report(_ law: Violation.Law, _ name: some CustomStringConvertible) {
        violations.append(Violation(model: model.id, law: law, name: "\(name)"))
    }

    /// The definition of a kind, or nil.
    func definition(_ kind: FactKind) -> FactDefinition? { definitions[kind] }

    /// The laws of names: form, and each once.
    mutating func checkNames<Vocabulary>(_ names: [Term<Vocabulary>], in place: String = "") {
        var seen: Set<Term<Vocabulary>> = []
        for name in names {
            let offending = place.isEmpty ? name.text : "\(place) \(name)"
            if !name.isWellFormed { report(.wellFormedName, offending) }
            if !seen.insert(name).inserted { report(.uniqueName, offending) }
        }
    }

    /// The laws of what people read.
    mutating func checkWords(_ name: String, title: String, source: String?) {
        if title.isBlank { report(.titled, name) }
        if let source, source.isBlank { report(.sourced, name) }
    }

    /// Somebody, each role once.
    mutating func checkRoles(_ roles: [SubjectRole], of name: String) {
        if roles.isEmpty || Set(roles).count < roles.count { report(.somebody, name) }
    }

    /// A parameter with days.
    /// - Parameter least: the least that its bounds may begin with.
    mutating func checkDays(_ key: ParameterKey?, least: Int = 0) {
        guard let key else { return }
        guard let parameter = parameters[key] else { return report(.knownParameter, key) }
        guard parameter.unit == .days else { return report(.rightUnit, key) }
        if case .whole(let range) = parameter.bounds, range.lowerBound < least { report(.scheduleAdvances, key) }
    }

    /// A kind of fact with tests of its fields.
    mutating func check(_ kind: FactKind, _ tests: [FieldTest]) {
        guard let definition = definitions[kind] else { return report(.knownFact, kind) }
        for test in tests {
            let words: [ChoiceCode]
            switch definition.field(test.field)?.content {
            case .choice(let list): words = list
            case .answer: words = Answer.allCases.map { ChoiceCode($0) }
            default:
                report(.knownField, "\(kind) \(test.field)")
                continue
            }
            if test.words.isEmpty { report(.knownWord, "\(kind) \(test.field)") }
            for word in test.words where !words.contains(word) { report(.knownWord, "\(kind) \(test.field) \(word)") }
        }
    }
}
