import Intervention

/// What a model's file includes by name instead of repeating it: declarations that all MST models have.
struct SharedSet: Sendable {
    /// The names of the sets.
    enum Name: String, CaseIterable, Hashable, Sendable {
        case adherenceInterview = "adherence-interview"
        case analyticProcess = "analytic-process"
        case closureReasons = "closure-reasons"
        case consent
        case countersignature
        case duties
        case exclusions
        case instrumentalOutcomes = "instrumental-outcomes"
        case networkOutcomes = "network-outcomes"
        case staffMeasures = "staff-measures"
        case teamDuties = "team-duties"
    }

    var parameters: [Parameter] = []
    var criteria: [EligibilityCriterion] = []
    var facts: [FactDefinition] = []
    var trackers: [Tracker] = []
    var modules: [TreatmentModule] = []
    var duties: [FactDuty] = []
    var instruments: [Instrument] = []
    var outcomes: [OutcomeDefinition] = []
    var closureReasons: [ClosureReason] = []
    var trainings: [TrainingRequirement] = []

    /// The declarations of a name.
    static func named(_ name: Name) -> SharedSet {
        switch name {
        case .adherenceInterview:
            SharedSet(
                parameters: AdherenceInterviews.parameters(),
                instruments: [.tamR(asking: .carers), .demonstration(asking: .carers)])
        case .analyticProcess:
            SharedSet(
                parameters: AnalyticProcess.parameters, facts: AnalyticProcess.facts(), duties: AnalyticProcess.duties)
        case .consent: SharedSet(parameters: Consents.parameters, facts: Consents.facts)
        case .countersignature: SharedSet(parameters: TreatmentModules.parameters)
        case .duties: SharedSet(parameters: Duties.common)
        case .exclusions: SharedSet(criteria: EligibilityCriterion.commonExclusions)
        case .instrumentalOutcomes: SharedSet(outcomes: OutcomeDefinition.instrumental)
        case .networkOutcomes: SharedSet(outcomes: OutcomeDefinition.ofTheNetwork)
        case .closureReasons: SharedSet(closureReasons: ClosureReason.usual())
        case .staffMeasures:
            SharedSet(
                parameters: StaffMeasures.parameters, instruments: [.supervisorMeasure, .consultantMeasure])
        case .teamDuties:
            SharedSet(parameters: TeamDuties.parameters(), trainings: TeamDuties.trainings())
        }
    }

    /// The sets as one, in the order of their names.
    static func all(of names: [Name]) -> SharedSet {
        names.map(named).reduce(into: SharedSet()) { sum, set in
            sum.parameters += set.parameters
            sum.criteria += set.criteria
            sum.facts += set.facts
            sum.trackers += set.trackers
            sum.modules += set.modules
            sum.duties += set.duties
            sum.instruments += set.instruments
            sum.outcomes += set.outcomes
            sum.closureReasons += set.closureReasons
            sum.trainings += set.trainings
        }
    }
}

extension Array {
    /// What is included, and then the file's own. What the file declares takes the place of what is included under the
    /// same name.
    func after<Key: Hashable>(_ included: [Element], by key: KeyPath<Element, Key>) -> [Element] {
        let own = Dictionary(map { ($0[keyPath: key], $0) }, uniquingKeysWith: { first, _ in first })
        let replaced = Set(included.map { $0[keyPath: key] })
        return included.map { own[$0[keyPath: key]] ?? $0 } + filter { !replaced.contains($0[keyPath: key]) }
    }
}
