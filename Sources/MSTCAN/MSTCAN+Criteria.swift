import Intervention

extension MSTCAN {
    /// What is asked of a referral.
    static let questions: [EligibilityCriterion] =
        [
            EligibilityCriterion(
                "protection-plan", "A child of 6 to 17 is subject to a child protection plan.", .includes,
                source: "uk.md 1.1: mst-can in the UK, guidebook.eif.org.uk, ISRCTN20607806 [V]"
            ),
            EligibilityCriterion(
                "abuse-report", "Abuse or neglect was reported to child protection, on the day:", .includes,
                within: .reportWithin, source: "uk.md 1.1: within 180 days, cebc4cw.org [V]"
            ),
        ]
        + categories.map { key, question in
            EligibilityCriterion(
                key, question, .includes,
                source: "uk.md 1.1: physical abuse and neglect [V]; emotional abuse since ISRCTN20607806 [V]"
            )
        }
        + EligibilityCriterion.commonExclusions
        + [
            EligibilityCriterion(
                "sexual-abuse-only", "Sexual abuse is the only or main reason for the referral.", .excludes,
                source: "uk.md 1.1: excluded in the trial of MST-BSF [V]; for MST-CAN [I]"
            ),
            EligibilityCriterion(
                "sexual-abuser-at-home", "A carer who is confirmed to abuse sexually still lives in the home.",
                .excludes,
                source: "uk.md 1.1: excluded in the trial of MST-BSF [V]; for MST-CAN [I]"
            ),
            EligibilityCriterion(
                "violence-between-carers", "There is current, ongoing violence between carers.", .needsAdvice,
                source: "uk.md 1.1: excluded in the trial of MST-BSF [V]; the expert decides for MST-CAN [I]"
            ),
        ]

    /// Child protection is at work, for a kind of harm that the model treats.
    static let asks: [EligibilityRequirement] = [
        EligibilityRequirement(
            "child protection plan, or recent report",
            [
                EligibilityRequirement.Way(
                    ["protection-plan"], when: .init(.entryAnchor, in: ["plan", "plan-or-report"])
                ),
                EligibilityRequirement.Way(
                    ["abuse-report"], when: .init(.entryAnchor, in: ["report", "plan-or-report"])
                ),
            ]
        ),
        EligibilityRequirement(
            "harm that the model treats", [EligibilityRequirement.Way(categories.map(\.key))]
        ),
    ]

    private static let categories: [(key: CriterionKey, question: String)] = [
        ("neglect", "The category is neglect."),
        ("physical-abuse", "The category is physical abuse."),
        ("emotional-abuse", "The category is emotional abuse."),
    ]
}

extension ParameterKey {
    static let reportWithin: ParameterKey = "report-within"
    static let entryAnchor: ParameterKey = "entry-anchor"
}
