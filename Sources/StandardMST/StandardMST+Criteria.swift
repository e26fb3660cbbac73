import Intervention

extension StandardMST {
    /// What is asked of a referral (organisational manual's inclusion and exclusion, and START's).
    static let questions: [EligibilityCriterion] =
        behaviours.map { key, question in
            EligibilityCriterion(key, question, .includes, source: inclusionSource)
        }
        + [
            EligibilityCriterion(
                "verbal-aggression", "There is verbal aggression or threat, beside other problems.", .supports,
                source: inclusionSource
            ),
            EligibilityCriterion(
                "substance-use", "There is substance use, beside other problems.", .supports, source: inclusionSource
            ),
        ]
        + EligibilityCriterion.commonExclusions
        + [
            EligibilityCriterion(
                .sexualOffendingOnly, "There is sexual offending and no other antisocial behaviour.", .excludes,
                source: "clinical.md 2.3: MST organisational manual appendix [V]; MST-PSB is the model for it [V]"
            ),
            EligibilityCriterion(
                "placed-without-return", "The young person is placed away from home and no return is planned.",
                .excludes, source: "clinical.md 2.3 [G]"
            ),
            EligibilityCriterion(
                "parallel-therapy", "Individual therapy is to go on beside MST.", .needsAdvice,
                source: "uk.md 4: local forms, US [V]; whether it must stop is asked of the expert [I]"
            ),
            EligibilityCriterion(
                "mild-problem", "The problem is too mild for an intensive service.", .needsAdvice,
                source: "clinical.md 2.3: stated as the manual's rationale [V~]"
            ),
        ]

    /// One behaviour that the model treats is enough.
    static let asks: [EligibilityRequirement] = [
        EligibilityRequirement(
            "behaviour that the model treats",
            [EligibilityRequirement.Way(behaviours.map(\.key), atLeast: .behavioursLeast)]
        )
    ]

    private static let behaviours: [(key: CriterionKey, question: String)] = [
        ("offending-placement-risk", "Placement away from home is imminent because of offending or behaviour."),
        ("offending", "The young person was convicted, cautioned or charged."),
        ("physical-aggression", "There is physical aggression at home, at school or in the community."),
        ("delinquent-behaviour", "There is stealing, damage, running away or truancy."),
    ]

    private static let inclusionSource = "clinical.md 2.2: MST organisational manual appendix [V]"
}

extension ParameterKey {
    static let behavioursLeast: ParameterKey = "behaviours-least"
}
