import Intervention

extension MSTFIT {
    /// What is asked of a referral.
    static let questions: [EligibilityCriterion] =
        [
            EligibilityCriterion(
                .placedAway, "The young person lives in residential care, foster care or custody.", .includes,
                source: "uk.md 2.2: mstuk.org [V]"
            ),
            EligibilityCriterion(
                .returnPlanned, "A return to the family is planned.", .includes, source: "uk.md 2.2: mstuk.org [V]"
            ),
        ]
        + EligibilityCriterion.commonExclusions
        + [
            EligibilityCriterion(
                .sexualOffendingOnly, "There is sexual offending and no other antisocial behaviour.", .needsAdvice,
                source: "clinical.md 2.3: excluded from standard MST [V]; for MST-FIT the expert is asked [I]"
            )
        ]

    /// Placed, and to come home.
    static let asks: [EligibilityRequirement] = [
        EligibilityRequirement("placed away from home", [EligibilityRequirement.Way([.placedAway])]),
        EligibilityRequirement("a planned return home", [EligibilityRequirement.Way([.returnPlanned])]),
    ]
}
