import Intervention
import StandardMST
import Testing

/// A way to break a model, the law that it breaks, and the name that offends.
struct BrokenModel: Sendable, CustomTestStringConvertible {
    let law: Violation.Law
    let name: String
    let base: any InterventionModel
    let breaking: @Sendable (inout AlteredModel) -> Void

    init(
        _ law: Violation.Law, _ name: String, of base: any InterventionModel = StandardMST(),
        _ breaking: @escaping @Sendable (inout AlteredModel) -> Void
    ) {
        self.law = law
        self.name = name
        self.base = base
        self.breaking = breaking
    }

    var model: AlteredModel {
        var model = AlteredModel(base)
        breaking(&model)
        return model
    }

    var testDescription: String { "\(law): \(name)" }
}

extension BrokenModel {
    static let ofNames: [BrokenModel] = [
        BrokenModel(.wellFormedName, "Standard MST") { $0.id = "Standard MST" },
        BrokenModel(.wellFormedName, "at home") { $0.outcomes[0].key = "at home" },
        BrokenModel(.wellFormedName, "Moved") { $0.closureReasons[6].id = "Moved" },
        BrokenModel(.uniqueName, "least-age") { $0.parameters.append($0.parameters[0]) },
        BrokenModel(.uniqueName, "completed") { $0.closureReasons.append($0.closureReasons[0]) },
        BrokenModel(.uniqueName, "treatment") { $0.phases.phases.append($0.phases.phases[2]) },
        BrokenModel(.uniqueName, "tam-r") { $0.instruments[0].respondents = [.mother, .mother] },
        BrokenModel(.firstVersion, "0") { $0.version = ModelVersion(0) },
        BrokenModel(.titled, "mst") { $0.title = " " },
        BrokenModel(.titled, "treatment") { $0.alter("treatment") { (phase: inout Phase) in phase.title = "" } },
        BrokenModel(.titled, "no_new_arrests") { $0.outcomes[2].meaning = "" },
        BrokenModel(.titled, "moved") { $0.closureReasons[6].title = "\t" },
        BrokenModel(.titled, "placed") { $0.comparators[7].label = "" },
    ]

    static let ofPhases: [BrokenModel] = [
        BrokenModel(.commonPhases, "declined") { $0.phases.phases.removeAll { $0.id == .declined } },
        BrokenModel(.commonPhases, "accepted") { $0.alter(.accepted) { (phase: inout Phase) in phase.kind = .ended } },
        BrokenModel(.knownPhase, "attic") {
            $0.phases.steps.append(PhaseStep(from: "treatment", to: "attic", by: .advance))
        },
        BrokenModel(.reachablePhase, "booster") {
            $0.phases.phases.append(Phase("booster", "Booster", kind: .treatment))
            $0.phases.steps.append(PhaseStep(from: "booster", to: .closed, by: .close))
        },
        BrokenModel(.wayOut, "booster") {
            $0.phases.phases.append(Phase("booster", "Booster", kind: .treatment))
            $0.phases.steps.append(PhaseStep(from: "treatment", to: "booster", by: .advance))
        },
        BrokenModel(.closable, "booster") {
            $0.phases.phases.append(Phase("booster", "Booster", kind: .treatment))
            $0.phases.steps.append(PhaseStep(from: "treatment", to: "booster", by: .advance))
            $0.phases.steps.append(PhaseStep(from: "booster", to: "treatment", by: .advance))
        },
        BrokenModel(.closable, "accepted") { $0.phases.steps.removeAll { $0.from == .accepted && $0.kind == .close } },
        BrokenModel(.endIsEnd, "closed") {
            $0.phases.steps.append(PhaseStep(from: .closed, to: "treatment", by: .advance))
        },
        BrokenModel(.oneStart, "mst") { $0.phases.steps.removeAll { $0.kind == .start } },
        BrokenModel(.treatment, "mst") { $0.phases = PhaseGraph(treatment: []) },
        BrokenModel(.stepKind, "referred advance accepted") {
            $0.phases.steps.append(PhaseStep(from: .referred, to: .accepted, by: .advance))
        },
        BrokenModel(.stepKind, "treatment advance treatment") {
            $0.phases.steps.append(PhaseStep(from: "treatment", to: "treatment", by: .advance))
        },
        BrokenModel(.stepKind, "accepted decline declined") {
            $0.phases.steps.append(PhaseStep(from: .accepted, to: .declined, by: .decline))
        },
        BrokenModel(.stepKind, "referred close closed") {
            $0.phases.steps.append(PhaseStep(from: .referred, to: .closed, by: .close))
        },
        BrokenModel(.stepKind, "treatment accept accepted") {
            $0.phases.steps.append(PhaseStep(from: "treatment", to: .accepted, by: .accept))
        },
        BrokenModel(.uniqueStep, "treatment close closed") {
            $0.phases.steps.append(PhaseStep(from: "treatment", to: .closed, by: .close))
        },
    ]

    static let ofParameters: [BrokenModel] = [
        BrokenModel(.standardInBounds, "least-age") { $0.alter(.leastAge) { $0.standard = .whole(3) } },
        BrokenModel(.standardInBounds, "greatest-age") { $0.alter(.greatestAge) { $0.standard = .choice("old") } },
        BrokenModel(.boundsOfUnit, "adherence-threshold") {
            $0.alter(.adherenceThreshold) { $0.bounds = .billionths(0...2_000_000_000) }
        },
        BrokenModel(.boundsOfUnit, "least-age") { $0.alter(.leastAge) { $0.bounds = .whole(-1...17) } },
        BrokenModel(.boundsOfUnit, "adherence-threshold-operator") {
            $0.alter(.adherenceThresholdOperator) { $0.bounds = .choices([">=", "=>"]) }
        },
        BrokenModel(.boundsOfUnit, "target-stay-most") {
            $0.alter("target-stay-most") { $0.bounds = .billionths(0...140) }
        },
        BrokenModel(.sourced, "caseload-most") { $0.alter(.caseloadMost) { $0.source = "  " } },
        BrokenModel(.sourced, "tam-r") { $0.instruments[0].source = "" },
        BrokenModel(.sourced, "at_home") { $0.outcomes[0].source = "" },
        BrokenModel(.sourced, "length_of_stay") { $0.comparators[8].source = "" },
        BrokenModel(.ordered, "treatment-least") { $0.alter("treatment-least") { $0.standard = .whole(6) } },
        BrokenModel(.ordered, "caseload-least") {
            $0.alter(.caseloadLeast) { $0.standard = .whole(6) }
            $0.alter(.caseloadMost) { $0.standard = .whole(5) }
        },
        BrokenModel(.ordered, "stay-review-after") { $0.alter("stay-review-after") { $0.standard = .whole(141) } },
        BrokenModel(.rightUnit, "contact-gap-most") { $0.alter("contact-gap-most") { $0.unit = .months } },
        BrokenModel(.ordered, "target-stay-least") { $0.alter("target-stay-least") { $0.standard = .whole(141) } },
        BrokenModel(.commonParameters, "caseload-most") { $0.parameters.removeAll { $0.key == .caseloadMost } },
        BrokenModel(.commonParameters, "interview-expected-from") {
            $0.parameters.removeAll { $0.key == .interviewExpectedFrom }
        },
        BrokenModel(.knownParameter, "treatment-most") { $0.parameters.removeAll { $0.key == "treatment-most" } },
        BrokenModel(.knownParameter, "target-placed") { $0.parameters.removeAll { $0.key == "target-placed" } },
        BrokenModel(.knownParameter, "items-least-answered") {
            $0.parameters.removeAll { $0.key == .itemsLeastAnswered }
        },
        BrokenModel(.rightUnit, "interview-every") { $0.alter(.interviewEvery) { $0.unit = .months } },
        BrokenModel(.rightUnit, "treatment-most") { $0.alter("treatment-most") { $0.unit = .days } },
        BrokenModel(.rightUnit, "target-placed") {
            $0.targets[3] = IndicatorTarget(.meanAdherence, .atLeast("target-placed"))
        },
    ]

    static let ofMeasures: [BrokenModel] = [
        BrokenModel(.scheduleAdvances, "interview-every") { $0.alter(.interviewEvery) { $0.bounds = .whole(0...35) } },
        BrokenModel(.adherenceInstrument, "mst") { $0.instruments = [] },
        BrokenModel(.adherenceInstrument, "tam-r") { $0.instruments[0].respondents = [] },
        BrokenModel(.adherenceInstrument, "demo-adherence") { $0.instruments[1].scoring.items = 0 },
        BrokenModel(.adherenceInstrument, "mst") { model in
            for place in model.instruments.indices { model.instruments[place].measures = .difficulties }
        },
        BrokenModel(.scheduleAdvances, "tam-r") { $0.instruments[0].schedule = nil },
        BrokenModel(.respondentsOfPhase, "tam-r: attic") {
            $0.instruments[0].respondentsByPhase = ["attic": [.mother]]
        },
        BrokenModel(.respondentsOfPhase, "tam-r: treatment") {
            $0.instruments[0].respondentsByPhase = ["treatment": [.keyWorker]]
        },
        BrokenModel(.ratersProtected, "raters-least") {
            $0.parameters.removeAll { $0.key == .ratersLeast }
            $0.instruments.append(.supervisorMeasure)
        },
        BrokenModel(.ratersProtected, "raters-least") { model in
            model.parameters.removeAll { $0.key == .ratersLeast }
            model.parameters.append(
                .raters(.ratersLeast, "Raters", 3, within: 2...10, source: "altered [I]"))
            model.instruments.append(.consultantMeasure)
        },
        BrokenModel(.outcomeBase, "in_school_or_work") { $0.outcomes.removeAll { $0.key == .inSchoolOrWork } },
        BrokenModel(.closureGroups, "lack_of_engagement") {
            $0.closureReasons.removeAll { $0.group == .lackOfEngagement }
        },
        BrokenModel(.oneTarget, "placed") { $0.targets.append(IndicatorTarget(.placed, .below("target-placed"))) },
        BrokenModel(.comparatorInRange, "completed") { $0.comparators[5].tenThousandths = 87_800 },
        BrokenModel(.comparatorInRange, "length_of_stay") { $0.comparators[8].tenThousandths = -1 },
    ]

    static let all =
        ofNames + ofPhases + ofParameters + ofMeasures + ofEligibility + ofTeams
        + ofFacts + ofTrackers + ofModules + ofDuties + ofInstruments + ofFigures
}
