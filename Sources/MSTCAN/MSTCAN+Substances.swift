import Intervention

extension MSTCAN {
    /// Adult substance misuse: analysis, agreement, tests, lapses.
    static let substanceUse: [FactDefinition] = [
        FactDefinition(
            .useAnalysis, "Functional analysis of use", about: .adults,
            fields: [
                FactField(.substance, "Substance", .choice(substances)), FactField(.text, "Analysis", .narrative),
            ],
            source: "uk.md 1.4: before reinforcement-based therapy begins [I]"
        ),
        FactDefinition(
            .relapseAgreement, "Relapse and safety agreement", about: .adults, .interval,
            fields: [FactField(.text, "Agreement", .narrative)],
            source: "uk.md 1.4: agreed in advance and in writing, MST-BSF [V]"
        ),
        FactDefinition(
            .testingSchedule, "Testing schedule", about: .adults, .interval,
            fields: [FactField(.substance, "Substance", .choice(substances))],
            source: "uk.md 1.4: by substance, MST-SA guidance [V]"
        ),
        FactDefinition(
            .drugTest, "Substance test", about: .adults,
            fields: [
                FactField(.substance, "Substance", .choice(substances)),
                FactField(
                    .result, "Result",
                    .choice(["negative", "positive", "refused", "missed", "adulterated", "invalid"])),
            ], source: "uk.md 1.4: result types [I]"
        ),
        FactDefinition(
            .abstinencePlan, "Plan for lasting abstinence", about: .adults, .interval,
            fields: [FactField(.text, "Plan", .narrative)], source: "uk.md 1.4: a negative streak and a plan [I]"
        ),
    ]

    /// What the relapse agreement brings about.
    static let lapses: [FactDefinition] = [
        FactDefinition(
            .lapse, "Lapse", about: .adults,
            fields: [
                FactField("known-by", "Known by", .choice(["test", "self-report", "observation", "other"])),
                FactField(.test, "Test", .link([.drugTest]), required: false),
                FactField(.substance, "Substance", .choice(substances)),
            ], source: relapseRule
        ),
        FactDefinition(.leftHome, "Left the home after a lapse", about: .adults, source: relapseRule),
        FactDefinition(
            .clearance, "Cleared to return", about: .adults,
            fields: [
                FactField(.test, "Negative test after the lapse", .link([.drugTest])),
                FactField(.by, "Confirmed by", .staff),
            ], source: relapseRule
        ),
        FactDefinition(.returnHome, "Returned home after clearance", about: .adults, source: relapseRule),
    ]

    /// Tests by substance: each is owed while a schedule of that substance holds, from the first one on. A test of one
    /// substance is none of another.
    static let testDuties: [FactDuty] = [
        testDuty("test-cannabis", "Cannabis test", of: "cannabis", every: .testCannabisEvery),
        testDuty("test-cocaine", "Cocaine test", of: "cocaine", every: .testCocaineEvery),
        testDuty("test-opioids", "Opioid test", of: "opioids"),
        testDuty("test-amphetamines", "Amphetamine test", of: "amphetamines"),
        testDuty("test-benzodiazepines", "Benzodiazepine test", of: "benzodiazepines"),
        testDuty("test-alcohol", "Alcohol test", of: "alcohol"),
        testDuty("test-other", "Test of another substance", of: "other"),
    ]

    private static func testDuty(
        _ kind: ObligationKind, _ title: String, of substance: ChoiceCode, every: ParameterKey = .testOtherEvery
    ) -> FactDuty {
        let substance = FieldTest(.substance, in: [substance])
        return FactDuty(
            kind, title, fact: .drugTest,
            where: [substance, FieldTest(.result, in: ["negative", "positive", "adulterated", "refused"])],
            about: .adults, from: .first(.testingSchedule, [substance]), due: every, every: every,
            when: .recorded(FactTest(.testingSchedule, [substance])),
            source: "uk.md 1.4: weekly for cannabis, daily for cocaine, MST-SA guidance [V]; 2 to 3 a week else [G]"
        )
    }

    /// The agreement: out of the home in a relapse, back after a negative test.
    static let relapse = Tracker(
        .relapse, "Relapse agreement", about: .adults,
        states: [
            TrackerState("sober", "Sober"),
            TrackerState("lapse", "Lapse, still at home", .urgent),
            TrackerState("out-of-home", "Out of the home", .warning),
            TrackerState("cleared", "Cleared to return", .notice),
        ],
        start: "sober",
        moves: [
            TrackerMove(from: ["sober", "lapse", "out-of-home", "cleared"], to: "lapse", on: .lapse),
            TrackerMove(from: ["lapse"], to: "out-of-home", on: .leftHome),
            TrackerMove(
                from: ["out-of-home"], to: "cleared", on: .clearance,
                guards: [
                    .link(.test, [FieldTest(.result, in: ["negative"])], sinceEntering: "lapse", alike: .substance)
                ]
            ),
            TrackerMove(from: ["cleared"], to: "sober", on: .returnHome),
        ],
        source: relapseRule
    )

    /// Nobody is in a lapse or out of the home after one.
    static let isSober = Condition.not(.tracker(.relapse, in: ["lapse", "out-of-home"]))

    /// Nothing found, or in treatment for it and sober.
    static let isStable = Condition.any([
        .not(.found("substance")), .completed(.substanceUse), .all([.running(.substanceUse), isSober]),
    ])

    /// A negative test lately, no lapse for long, and a plan.
    static let isAbstinent = Condition.all([
        .recorded(FactTest(.drugTest, [FieldTest(.result, in: ["negative"])], within: .negativeRecent)),
        .not(.recorded(FactTest(.lapse, within: .abstinentFor))),
        .recorded(FactTest(.abstinencePlan)),
    ])

    private static let substances: [ChoiceCode] = [
        "cannabis", "cocaine", "opioids", "amphetamines", "benzodiazepines", "alcohol", "other",
    ]
    private static let relapseRule =
        "uk.md 1.4: out of the home in a relapse, back only after the team confirms a negative test, MST-BSF [V]"
}
