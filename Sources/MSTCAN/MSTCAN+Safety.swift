import Intervention

extension MSTCAN {
    /// The safety plan, its reviews, and what calls for one.
    static let safety: [FactDefinition] = [
        FactDefinition(
            .safetyPlan, "Safety plan", .interval, fields: [FactField(.text, "Plan", .narrative)],
            source: "uk.md 1.4: a comprehensive safety protocol for every family, MST-BSF, MST-CAN [V]"
        ),
        FactDefinition(
            .safetyPlanSigned, "Safety plan signed", about: .adults,
            fields: [FactField(.plan, "Plan", .link([.safetyPlan]))],
            source: "uk.md 1.4: signed by each carer [I]"
        ),
        FactDefinition(
            .safetyPlanChild, "Child's own safety plan", about: .children,
            fields: [
                FactField(.plan, "Plan", .link([.safetyPlan])),
                FactField(.text, "Plan in the child's words", .narrative),
            ], source: "uk.md 1.4: the child's own version [I]"
        ),
        FactDefinition(
            .safetyPlanShared, "Safety plan shared with the social worker",
            fields: [FactField(.plan, "Plan", .link([.safetyPlan]))],
            source: "uk.md 1.4: shared with the child protection social worker [I]"
        ),
        FactDefinition(
            .safetyReview, "Safety review",
            fields: [
                FactField(.plan, "Plan", .link([.safetyPlan])),
                FactField(.result, "Result", .choice(["stands", "changed"])),
                FactField(.text, "Note", .narrative, required: false),
            ], source: "uk.md 1.4: weekly, and within a day of an event [I]"
        ),
        FactDefinition(
            .safetyEvent, "Abuse or crisis", about: [.family] + .children + .adults,
            fields: [
                FactField(
                    .kind, "Kind",
                    .choice(["abuse", "neglect", "violence", "self-harm", "relapse", "missing", "other"])),
                FactField(.text, "What happened", .narrative),
            ], source: "uk.md 1.4: any abuse or crisis event [I]"
        ),
    ]

    /// When plan and reviews are owed.
    static let safetyDuties: [FactDuty] = [
        FactDuty(
            "safety-plan", "Safety plan", fact: .safetyPlan, due: .safetyPlanWithin, late: .urgent,
            source: "uk.md 1.4: due at first contact, within 72 hours [I]"
        ),
        FactDuty(
            "safety-review", "Weekly safety review", fact: .safetyReview, from: .first(.safetyPlan),
            due: .safetyReviewEvery, every: .safetyReviewEvery, window: .safetyReviewGrace, late: .warning,
            source: "uk.md 1.4: weekly [I]"
        ),
        FactDuty(
            "safety-review-after-event", "Safety review after an event", fact: .safetyReview,
            from: .each(.safetyEvent, []), due: .safetyReviewAfterEvent, late: .urgent,
            source: "uk.md 1.4: within 24 hours of any abuse or crisis event [I]"
        ),
    ]

    /// Everybody has a part in the plan that is in force, and the social worker has it: a new plan is signed anew.
    static let planIsWhole = Condition.all([
        .safetyPlanInForce,
        .everyone([.carer], FactTest(.safetyPlanSigned, current: .plan)),
        .everyone(.children, FactTest(.safetyPlanChild, current: .plan)),
        .recorded(FactTest(.safetyPlanShared, whose: .anybody, current: .plan)),
    ])

    /// No violence lately that no review has followed.
    static let violenceIsReviewed = Condition.any([
        .not(
            .recorded(
                FactTest(
                    .safetyEvent, [FieldTest(.kind, in: ["violence"])], whose: .anybody, within: .violenceRecent))),
        .recorded(FactTest(.safetyReview, whose: .anybody, sinceLast: .safetyEvent)),
    ])
}
