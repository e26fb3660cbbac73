extension AnalyticProcess {
    /// What makes sense of a behaviour.
    static let fits: [FactDefinition] = [
        FactDefinition(
            .fitCircle, "Fit circle", .interval,
            fields: [
                FactField(.kind, "Of a problem or of a success", .choice(["problem", "success"])),
                FactField(.behaviour, "Referral behaviour", .link([.referralBehaviour]), required: false),
                FactField(.text, "What stands in the middle", .narrative),
            ], source: "\(process); fits of successes, mstuk.org [V]"
        ),
        FactDefinition(
            .driver, "Driver", .interval,
            fields: [
                FactField(.fit, "Fit circle", .link([.fitCircle])),
                FactField(.system, "System", .choice(systems)),
                FactField(.kind, "Strength or need", .choice(["strength", "need"])),
                FactField(.prioritised, "Comes first now", .answer),
                FactField(.text, "Driver and its evidence", .narrative),
            ], source: process
        ),
    ]

    /// What happens from week to week.
    static let weeks: [FactDefinition] = [
        FactDefinition(
            .intermediaryGoal, "Intermediary goal",
            fields: [
                FactField(.driver, "Driver", .link([.driver])),
                FactField(.goal, "Overarching goal", .link([.overarchingGoal])),
                FactField(.weekOf, "A day of the week it is for; without it the week after", .day, required: false),
                FactField(.text, "Goal", .narrative),
            ], source: "\(process); a new behaviour in a driver's place, jeopardylabs.com [V~]"
        ),
        FactDefinition(
            .goalResult, "Result of an intermediary goal",
            fields: [
                FactField(.goal, "Intermediary goal", .link([.intermediaryGoal])),
                FactField(.result, "Result", .choice(["met", "partly", "not-met"])),
                FactField(.text, "Evidence", .narrative, required: false),
            ], source: process
        ),
        FactDefinition(
            .intervention, "Intervention",
            fields: [
                FactField(.goal, "Intermediary goal", .link([.intermediaryGoal])),
                FactField("by", "Who does it", .choice(["therapist", "carer", "youth", "school", "network", "other"])),
                FactField(.text, "Steps", .narrative), principle,
            ], source: process
        ),
        FactDefinition(
            .advance, "Advance",
            fields: [
                FactField(.goal, "Goal", .link([.intermediaryGoal, .overarchingGoal]), required: false),
                FactField(.text, "What got better", .narrative), principle,
            ], source: process
        ),
        FactDefinition(
            .barrier, "Barrier",
            fields: [
                FactField(.goal, "Intermediary goal", .link([.intermediaryGoal])),
                FactField(.fit, "Fit circle of the barrier", .link([.fitCircle]), required: false),
                FactField(.text, "What stood in the way", .narrative), principle,
            ], source: "\(process); an unmet goal has one [I]"
        ),
        FactDefinition(
            .weeklySummary, "Weekly case summary",
            fields: [FactField(.text, "What the therapist adds", .narrative, required: false)],
            source: "clinical.md 4.3: one a family a week, six sections [G]"
        ),
    ]

    /// How treatment ends.
    static let endings: [FactDefinition] = [
        FactDefinition(
            .sustainabilityPlan, "Sustainability plan", .interval,
            fields: [FactField(.text, "What worked, what may come, who will do what", .narrative)],
            source: "clinical.md 4.4: near the end of treatment [G]"
        ),
        FactDefinition(
            .onwardHelp, "Help after the course", about: [.family, .index, .sibling, .carer, .householdAdult],
            fields: [
                FactField(.service, "Service", .choice(OnwardService.allCases.map { ChoiceCode($0) })),
                FactField(.arranged, "Arranged", .answer),
            ], source: "published.md: needs outlast the course, Essex evaluation 2019 [V]; arranged at closing [I]"
        ),
    ]

    private static let principle = FactField(
        .principle, "Principle of MST",
        .choice([
            "find-the-fit", "strengths", "responsibility", "present-focused", "sequences", "development",
            "continuous-effort", "accountability", "generalisation",
        ]), required: false
    )
}
