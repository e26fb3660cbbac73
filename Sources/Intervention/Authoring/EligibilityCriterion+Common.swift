extension EligibilityCriterion {
    /// What every MST model leaves to other services.
    public static let commonExclusions: [EligibilityCriterion] = [
        EligibilityCriterion(
            .independentLiving, "The young person lives independently.", .excludes,
            source: "clinical.md 2.3: MST organisational manual appendix [V]"
        ),
        EligibilityCriterion(
            .noCarer, "No carer can be found who would take part, despite extensive effort.", .excludes,
            source: "clinical.md 2.3: MST organisational manual appendix [V]"
        ),
        EligibilityCriterion(
            .acuteCrisis, "Suicidal, homicidal or psychotic behaviour is the main reason for the referral.", .excludes,
            source: "clinical.md 2.3: MST organisational manual appendix [V]"
        ),
        EligibilityCriterion(
            .developmentalDifficulties, "There are severe developmental or autism-spectrum difficulties.", .needsAdvice,
            source: "clinical.md 2.3: excluded in the manual [V], read more finely today [G]"
        ),
    ]
}

extension CriterionKey {
    /// The young person lives independently.
    public static let independentLiving: CriterionKey = "independent-living"
    /// Nobody has the care.
    public static let noCarer: CriterionKey = "no-carer"
    /// The main reason is a crisis of suicidal, homicidal or psychotic behaviour.
    public static let acuteCrisis: CriterionKey = "acute-crisis"
    /// Severe developmental or autism-spectrum difficulties.
    public static let developmentalDifficulties: CriterionKey = "developmental-difficulties"
    /// Sexual offending, and no other antisocial behaviour.
    public static let sexualOffendingOnly: CriterionKey = "sexual-offending-only"
    /// Placed away from home.
    public static let placedAway: CriterionKey = "placed-away"
    /// A return home is planned.
    public static let returnPlanned: CriterionKey = "return-planned"
}
