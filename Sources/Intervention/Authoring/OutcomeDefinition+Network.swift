extension OutcomeDefinition {
    /// The three outcomes that the whole network asks at closing and follow-up (`clinical.md` 4.6).
    public static let ofTheNetwork: [OutcomeDefinition] = [
        OutcomeDefinition(
            .atHome, "Living at home", meaning: "The child lives at home on the day of the answer.",
            base: .opportunity,
            source: "clinical.md 4.6: csi-online.org, Public Safety Canada [V]; base [G]"
        ),
        OutcomeDefinition(
            .inSchoolOrWork, "In school or working",
            meaning: "The child attends school or vocational training, or works at least 20 hours a week.",
            base: .opportunity,
            source: "clinical.md 4.6: Public Safety Canada [V]; base [G]"
        ),
        OutcomeDefinition(
            .noNewArrests, "No new arrests",
            meaning: "No arrest for an offence committed during treatment; an older offence does not count against.",
            base: .opportunity,
            source: "clinical.md 4.6: csi-online.org, Public Safety Canada [V]; base [G]"
        ),
    ]
}
