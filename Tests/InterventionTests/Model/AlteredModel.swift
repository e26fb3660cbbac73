import Intervention
import MSTCAN
import MSTFIT
import StandardMST

/// A model whose declarations can be changed, to break one law at a time.
struct AlteredModel: InterventionModel {
    var id: ModelID
    var version: ModelVersion
    var title: String
    var client: ClientSubject
    var parameters: [Parameter]
    var phases: PhaseGraph
    var instruments: [Instrument]
    var outcomes: [OutcomeDefinition]
    var closureReasons: [ClosureReason]
    var targets: [IndicatorTarget]
    var comparators: [Comparator]
    var criteria: [EligibilityCriterion]
    var requirements: [EligibilityRequirement]
    var trainings: [TrainingRequirement]
    var facts: [FactDefinition]
    var trackers: [Tracker]
    var modules: [TreatmentModule]
    var duties: [FactDuty]
    var measures: [Measure]

    init(_ model: any InterventionModel) {
        id = model.id
        version = model.version
        title = model.title
        client = model.client
        parameters = model.parameters
        phases = model.phases
        instruments = model.instruments
        outcomes = model.outcomes
        closureReasons = model.closureReasons
        targets = model.targets
        comparators = model.comparators
        criteria = model.criteria
        requirements = model.requirements
        trainings = model.trainings
        facts = model.facts
        trackers = model.trackers
        modules = model.modules
        duties = model.duties
        measures = model.measures
    }

    mutating func alter(_ key: ParameterKey, _ change: (inout Parameter) -> Void) {
        for place in parameters.indices where parameters[place].key == key { change(&parameters[place]) }
    }

    mutating func alter(_ phase: PhaseID, _ change: (inout Phase) -> Void) {
        for place in phases.phases.indices where phases.phases[place].id == phase { change(&phases.phases[place]) }
    }
}

extension AlteredModel {
    mutating func alter(_ kind: FactKind, _ change: (inout FactDefinition) -> Void) {
        for place in facts.indices where facts[place].kind == kind { change(&facts[place]) }
    }

    mutating func alter(_ key: TrackerKey, _ change: (inout Tracker) -> Void) {
        for place in trackers.indices where trackers[place].key == key { change(&trackers[place]) }
    }

    mutating func alter(_ key: ModuleKey, _ change: (inout TreatmentModule) -> Void) {
        for place in modules.indices where modules[place].key == key { change(&modules[place]) }
    }

    mutating func alter(_ kind: ObligationKind, _ change: (inout FactDuty) -> Void) {
        for place in duties.indices where duties[place].obligation == kind { change(&duties[place]) }
    }
}

/// The models of the programme.
let programme: [any InterventionModel] = [StandardMST(), MSTCAN(), MSTFIT()]
