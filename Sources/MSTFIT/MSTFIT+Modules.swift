import Intervention

extension MSTFIT {
    /// The parts of treatment. No source states a rule that would close a gate, so all gates are soft.
    static let parts: [TreatmentModule] = [
        TreatmentModule(
            "dbt-skills", "Skills of dialectical behaviour therapy", about: [.index], need: .always,
            beginWithin: .moduleWithin, source: "uk.md 2.1: a part of MST-FIT, University of Washington [V]"
        ),
        TreatmentModule(
            "motivation", "Motivational enhancement", about: [.index], need: .always, beginWithin: .moduleWithin,
            doneWhen: .recorded(FactTest(.commitment, [FieldTest(.level, in: ["ready"])])),
            source: "uk.md 2.1: a part of MST-FIT, University of Washington [V]"
        ),
        TreatmentModule(
            "relapse-prevention", "Relapse prevention", about: [.index], need: .always,
            gates: [
                Gate(
                    "skills-begun", "the young person practises the skills", .soft,
                    .any([.running("dbt-skills"), .completed("dbt-skills")]),
                    source: "uk.md 2.1: built on the skills [I]"
                )
            ], doneWhen: .recorded(FactTest(.relapsePlan)),
            source: "uk.md 2.1: a part of MST-FIT, University of Washington [V]"
        ),
        TreatmentModule(
            "transition", "Transition home", need: .always,
            gates: [
                Gate(
                    "transition-plan", "the transition plan is written", .soft, .recorded(FactTest(.transitionPlan)),
                    source: "uk.md 2.2: planned, graded transition [I]"
                )
            ], doneWhen: .phase(["home"]), source: "uk.md 2.2: placed, transition, home, mstuk.org [V]"
        ),
        TreatmentModule(
            "placement-coaching", "Coaching of residential staff and foster carers", about: [.placementCarer],
            need: .when(.phase(["placed", "transition"])), beginWithin: .moduleWithin,
            doneWhen: .recorded(FactTest(.coaching)), source: "uk.md 2.2: up-skills them, mstuk.org [V]"
        ),
    ]
}
