import Intervention

extension MSTCAN {
    /// The parts of treatment with their gates. A gate is hard only where a source states the rule; a therapist must be
    /// able to act in a crisis (`uk.md` 1.4).
    static let parts: [TreatmentModule] = [
        TreatmentModule(
            "safety-plan", "Safety plan", need: .always, doneWhen: planIsWhole,
            source: "uk.md 1.4: mandatory for every family, MST-BSF, MST-CAN [V]"
        ),
        TreatmentModule(
            "force-analysis", "Functional analysis of force or neglect", about: [.carer], need: .when(.found("force")),
            beginWithin: .moduleWithin, gates: [safetyGate], doneWhen: .recorded(FactTest(.forceIntervention)),
            source: "uk.md 1.4: physical abuse or escalation, cebc4cw.org [V]"
        ),
        TreatmentModule(
            "communication", "Communication and problem solving", need: .when(.found("conflict")),
            beginWithin: .moduleWithin,
            gates: [
                safetyGate,
                Gate(
                    "violence-reviewed", "violence in the last days was followed by a safety review", .soft,
                    violenceIsReviewed, source: "uk.md 1.4: no un-reviewed violence in the last 7 days [I]"
                ),
            ],
            doneWhen: .recorded(FactTest(.skillRating, [FieldTest(.level, in: ["reached"])])),
            source: "uk.md 1.4: behavioural family therapy for a conflict driver, cebc4cw.org [V]"
        ),
        TreatmentModule(
            "anger", "Anger management", about: [.carer], need: .when(.found("anger")), beginWithin: .moduleWithin,
            gates: [safetyGate], source: "uk.md 1.4: cognitive behavioural, for an anger driver, cebc4cw.org [V]"
        ),
        TreatmentModule(
            "trauma-adult", "Adult trauma treatment", about: .adults, need: .when(.found("trauma")),
            beginWithin: .moduleWithin, gates: adultTraumaGates, doneWhen: isMeasuredAgain,
            source: "uk.md 1.4: prolonged exposure for post-traumatic stress, cebc4cw.org [V]"
        ),
        TreatmentModule(
            "trauma-child", "Child trauma treatment", about: .children, need: .when(.found("trauma")),
            beginWithin: .moduleWithin, gates: childTraumaGates, doneWhen: isMeasuredAgain,
            source: "uk.md 1.4: trauma-focused, when the screen is positive, cebc4cw.org [V]"
        ),
        TreatmentModule(
            .substanceUse, "Reinforcement-based therapy for adult substance misuse", about: .adults,
            need: .when(.found("substance")), beginWithin: .moduleWithin, gates: substanceGates, doneWhen: isAbstinent,
            source: "uk.md 1.4: when assessed as a driver; MST-BSF, cebc4cw.org [V]"
        ),
        TreatmentModule(
            "clarification", "Clarification of the abuse", about: [.carer], need: .always,
            beginWithin: .clarificationWithin, gates: clarificationGates,
            doneWhen: .all([
                .recorded(FactTest(.clarificationSession)),
                .recorded(FactTest(.childResponse, whose: .of(.children))),
            ]),
            source: "uk.md 1.4: mandatory for every family, MST-BSF, MST-CAN [V]"
        ),
        TreatmentModule(
            "protection-liaison", "Work with child protection", need: .always,
            source: "uk.md 1.4: always; contact log and core-group dates [I]"
        ),
        TreatmentModule(
            "medication", "Psychiatric treatment", about: .children + .adults, need: .asAgreed,
            gates: [
                Gate(
                    "referred", "the supervisor referred to the psychiatrist", .soft,
                    .recorded(FactTest(.psychiatryReferral)), source: "uk.md 1.4: referral by the supervisor [I]"
                )
            ], source: "uk.md 0 and 1.4: part-time psychiatrist for adults and children, cebc4cw.org [V]"
        ),
    ]
}
