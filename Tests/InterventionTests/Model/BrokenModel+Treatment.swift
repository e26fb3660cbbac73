import Intervention
import MSTCAN
import MSTFIT

/// Models broken in what they record, track, deliver and are owed: each breaks one law and no other.
extension BrokenModel {
    static let ofFacts: [BrokenModel] = [
        BrokenModel(.wellFormedName, "Goal!") { $0.facts.append(fact("Goal!")) },
        BrokenModel(.uniqueName, "advance") { $0.facts.append(fact("advance")) },
        BrokenModel(.titled, "barrier") { $0.alter(.barrier) { $0.title = "" } },
        BrokenModel(.sourced, "consent") { $0.alter(.consent) { $0.source = " " } },
        BrokenModel(.somebody, "weekly-summary") { $0.alter(.weeklySummary) { $0.about = [] } },
        BrokenModel(.somebody, "advance") { $0.alter(.advance) { $0.about = [.family, .family] } },
        BrokenModel(.uniqueName, "driver system") {
            $0.alter(.driver) { $0.fields.append(FactField(.system, "Again", .answer)) }
        },
        BrokenModel(.fieldContent, "driver mood") {
            $0.alter(.driver) { $0.fields.append(FactField("mood", "Mood", .choice([]), required: false)) }
        },
        BrokenModel(.knownFact, "dream") {
            $0.alter(.driver) { $0.fields.append(FactField("dream", "Dream", .link(["dream"]), required: false)) }
        },
        BrokenModel(.recordable, "egg") {
            $0.facts.append(fact("egg", [FactField("hen", "Hen", .link(["hen"]))]))
            $0.facts.append(fact("hen", [FactField("egg", "Egg", .link(["egg"]))]))
        },
    ]

    static let ofTrackers: [BrokenModel] = [
        BrokenModel(.knownTracker, "relapse asleep", of: MSTCAN()) {
            $0.alter(relapse) { $0.moves[1].from = ["lapse", "asleep"] }
        },
        BrokenModel(.reachableState, "relapse abroad", of: MSTCAN()) {
            $0.alter(relapse) {
                $0.states.append(TrackerState("abroad", "Abroad"))
                $0.moves[0].from.append("abroad")
            }
        },
        BrokenModel(.stateWayOn, "relapse lost", of: MSTCAN()) {
            $0.alter(relapse) {
                $0.states.append(TrackerState("lost", "Lost"))
                $0.moves.append(TrackerMove(from: ["cleared"], to: "lost", on: "left-home"))
            }
        },
        BrokenModel(.stateWayOn, "relapse cleared", of: MSTCAN()) { $0.alter(relapse) { $0.states[3].isFinal = true } },
        BrokenModel(.oneMove, "relapse lapse", of: MSTCAN()) {
            $0.alter(relapse) { $0.moves.append(TrackerMove(from: ["sober"], to: "out-of-home", on: "lapse")) }
        },
        BrokenModel(.knownField, "clearance proof", of: MSTCAN()) {
            $0.alter(relapse) { $0.moves[2].guards = [.link("proof", [], sinceEntering: "lapse")] }
        },
        BrokenModel(.knownWord, "drug-test result clean", of: MSTCAN()) {
            $0.alter(relapse) {
                $0.moves[2].guards = [.link("test", [FieldTest("result", in: ["clean"])], sinceEntering: "lapse")]
            }
        },
        BrokenModel(.satisfiable, "relapse lapse", of: MSTCAN()) {
            $0.alter("lapse" as FactKind) { $0.about = [.carer] }
        },
    ]

    static let ofModules: [BrokenModel] = [
        BrokenModel(.knownModule, "singing", of: MSTCAN()) {
            $0.alter("anger" as ModuleKey) { $0.doneWhen = .completed("singing") }
        },
        BrokenModel(.knownFact, "sworn-oath", of: MSTCAN()) {
            $0.alter("anger" as ModuleKey) { $0.gates[0].condition = .recorded(FactTest("sworn-oath")) }
        },
        BrokenModel(.knownField, "safety-plan-signed oath", of: MSTCAN()) {
            $0.alter("anger" as ModuleKey) {
                $0.doneWhen = .recorded(FactTest("safety-plan-signed", current: "oath"))
            }
        },
        BrokenModel(.knownField, "skill-rating level", of: MSTCAN()) {
            $0.alter("communication" as ModuleKey) {
                $0.doneWhen = .recorded(FactTest("skill-rating", current: "level"))
            }
        },
        BrokenModel(.knownTracker, "mood", of: MSTCAN()) {
            $0.alter("anger" as ModuleKey) { $0.gates[0].condition = .tracker("mood", in: ["calm"]) }
        },
        BrokenModel(.knownPhase, "attic", of: MSTFIT()) {
            $0.alter("transition" as ModuleKey) { $0.doneWhen = .phase(["attic"]) }
        },
        BrokenModel(.knownParameter, "no-such-days", of: MSTCAN()) {
            $0.alter("clarification" as ModuleKey) { $0.beginWithin = "no-such-days" }
        },
        BrokenModel(.rightUnit, "treatment-most", of: MSTCAN()) {
            $0.alter("clarification" as ModuleKey) { $0.beginWithin = "treatment-most" }
        },
        BrokenModel(.knownParameter, "countersign-within", of: MSTFIT()) {
            $0.parameters.removeAll { $0.key == .countersignWithin }
        },
        BrokenModel(.statedRule, "clarification sober", of: MSTCAN()) {
            $0.alter("clarification" as ModuleKey) { $0.gates[3].strength = .hard }
        },
        BrokenModel(.satisfiable, "anger approved", of: MSTCAN()) {
            // A letter is a carer's; a child never has one.
            $0.alter("anger" as ModuleKey) {
                $0.about = [.sibling]
                $0.need = .always
                $0.gates = [
                    Gate("approved", "approved", .soft, .recorded(FactTest("letter-approved")), source: "invented [I]")
                ]
            }
        },
        BrokenModel(.noWaiting, "chicken", of: MSTFIT()) {
            $0.modules.append(waiting("chicken", for: "egg"))
            $0.modules.append(waiting("egg", for: "chicken"))
        },
    ]

    static let ofDuties: [BrokenModel] = [
        BrokenModel(.scheduleAdvances, "summary-every") { $0.alter(.summaryEvery) { $0.bounds = .whole(0...14) } },
        BrokenModel(.uniqueName, "follow-up") {
            $0.alter("weekly-summary" as ObligationKind) { $0.obligation = "follow-up" }
        },
        BrokenModel(.knownWord, "consent answer perhaps") {
            $0.duties[0].when = .recorded(FactTest(.consent, [FieldTest(.answer, in: ["perhaps"])], whose: .anybody))
        },
        BrokenModel(.scheduleAdvances, "weekly-summary") { $0.duties[0].anchor = .closing },
        BrokenModel(.knownPhase, "cellar") { $0.duties[0].anchor = .phase("cellar") },
        BrokenModel(.satisfiable, "weekly-summary") { $0.duties[0].about = [.carer] },
    ]

    static let ofInstruments: [BrokenModel] = [
        BrokenModel(.respondentsOfPhase, "tam-r: treatment") {
            $0.instruments[0].respondentsByPhase = ["treatment": [.keyWorker]]
        },
        BrokenModel(.ratersProtected, "raters-least") { $0.alter(.ratersLeast) { $0.bounds = .whole(1...10) } },
    ]

    static let ofFigures: [BrokenModel] = [
        BrokenModel(.measuredThing, "reabuse_reported", of: MSTCAN()) {
            $0.measures[0].counts = .happened("concern", [FieldTest("level", in: ["rumour"])])
        },
        BrokenModel(.movesCountedWhole, "fit_moved_home", of: MSTFIT()) {
            $0.measures.removeAll { $0.key == "fit_home_at_end" }
        },
    ]

    private static let relapse: TrackerKey = "relapse"

    private static func fact(_ kind: FactKind, _ fields: [FactField] = []) -> FactDefinition {
        FactDefinition(kind, "Invented", fields: fields, source: "invented [I]")
    }

    private static func waiting(_ key: ModuleKey, for other: ModuleKey) -> TreatmentModule {
        TreatmentModule(
            key, "Invented", need: .asAgreed,
            gates: [Gate("first", "the other is done", .hard, .completed(other), source: "invented [V]")],
            source: "invented [I]"
        )
    }
}
