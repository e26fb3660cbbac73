extension AnalyticProcess {
    /// What the family comes with.
    static let beginning: [FactDefinition] = [
        FactDefinition(
            .referralBehaviour, "Referral behaviour", about: [.index],
            fields: [
                FactField(.text, "Description", .narrative),
                FactField("frequency", "How often", .choice(["daily", "weekly", "monthly", "rarer"]), required: false),
                FactField("intensity", "How severe", .choice(["mild", "moderate", "severe"]), required: false),
                FactField("since", "Since", .day, required: false),
            ], source: process
        ),
        FactDefinition(
            .desiredOutcome, "Desired outcome",
            fields: [
                FactField(
                    .whose, "Whose wish",
                    .choice([
                        "youth", "carer", "family-member", "school", "social-care", "youth-offending", "police",
                        "other",
                    ])),
                FactField(.text, "Wish", .narrative),
            ], source: process
        ),
        FactDefinition(
            .assessment, "Strengths and needs",
            fields: [
                FactField(.system, "System", .choice(systems)),
                FactField(.kind, "Strength or need", .choice(["strength", "need"])),
                FactField(.text, "Description", .narrative),
            ], source: "clinical.md 4.2: strengths and needs assessment [G]; ecological assessment, notudocs.com [V~]"
        ),
    ]

    /// The goals of treatment as a whole.
    static func goals(adding fields: [FactField]) -> [FactDefinition] {
        [
            FactDefinition(
                .overarchingGoal, "Overarching goal", .interval,
                fields: [
                    FactField(.behaviour, "Referral behaviour", .link([.referralBehaviour])),
                    FactField("second-behaviour", "Another one", .link([.referralBehaviour]), required: false),
                    FactField("third-behaviour", "A third one", .link([.referralBehaviour]), required: false),
                    FactField(.text, "Goal, such that one can tell whether it is met", .narrative),
                ] + fields, source: process
            ),
            FactDefinition(
                .goalReview, "Review of an overarching goal",
                fields: [
                    FactField(.goal, "Goal", .link([.overarchingGoal])),
                    FactField(.status, "Status", .choice(["open", "partly", "met", "not-met", "dropped"])),
                    FactField(.text, "Evidence", .narrative, required: false),
                ], source: process
            ),
        ]
    }

    /// The five systems in which drivers are looked for.
    static let systems: [ChoiceCode] = ["individual", "family", "peer", "school", "community"]
}
