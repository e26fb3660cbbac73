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
    }

    mutating func alter(_ key: ParameterKey, _ change: (inout Parameter) -> Void) {
        for place in parameters.indices where parameters[place].key == key { change(&parameters[place]) }
    }

    mutating func alter(_ phase: PhaseID, _ change: (inout Phase) -> Void) {
        for place in phases.phases.indices where phases.phases[place].id == phase { change(&phases.phases[place]) }
    }
}

/// The models of the programme.
let programme: [any InterventionModel] = [StandardMST(), MSTCAN(), MSTFIT()]
