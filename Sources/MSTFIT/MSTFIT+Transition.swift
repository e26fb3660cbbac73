import Intervention

extension MSTFIT {
    /// What the way home brings.
    static let transitions: [FactDefinition] = [
        FactDefinition(
            .transitionPlan, "Transition plan", .interval, fields: [FactField(.text, "Plan", .narrative)],
            source: "uk.md 2.2: graded visits home, then the move [I]"
        ),
        FactDefinition(
            "home-visit", "Graded visit home", about: [.index],
            fields: [
                FactField("nights", "Nights", .whole(nights)),
                FactField(.result, "How it went", .choice(["well", "mixed", "broken-off"])),
                FactField(.text, "Note", .narrative, required: false),
            ], source: "uk.md 2.2: graded home visits [I]"
        ),
        FactDefinition(
            .breakdown, "Breakdown", about: [.index],
            fields: [
                FactField(
                    .kind, "Kind", .choice(["re-entry", "unplanned-placement", "placed-with-parents-ended", "custody"])),
                FactField(.text, "Note", .narrative, required: false),
            ], source: "uk.md 2.3: a new period of care, or an end of a placement with parents [I]"
        ),
        FactDefinition(
            .relapsePlan, "Relapse prevention plan", about: [.index], .interval,
            fields: [FactField(.text, "Plan", .narrative)],
            source: "uk.md 2.1: relapse prevention is a part of MST-FIT, youth.gov [V]"
        ),
    ]

    /// What is practised in both settings.
    static let skills: [FactDefinition] = [
        FactDefinition(
            .skillsSession, "Skills practised", about: [.index, .carer, .placementCarer],
            fields: [
                FactField(
                    "skill", "Skill",
                    .choice(["mindfulness", "distress-tolerance", "emotion-regulation", "interpersonal-effectiveness"]))
            ], source: "uk.md 2.1: dialectical behaviour therapy is a part of MST-FIT [V]; the four skills [G]"
        ),
        FactDefinition(
            .commitment, "Commitment to change", about: [.index],
            fields: [FactField(.level, "Where the young person stands", .choice(["not-yet", "unsure", "ready"]))],
            source: "uk.md 2.1: motivational enhancement is a part of MST-FIT [V]; three steps [I]"
        ),
        FactDefinition(
            .coaching, "Coaching of those who have the care", about: [.placementCarer, .carer],
            fields: [FactField(.text, "Note", .narrative, required: false)],
            source: "uk.md 2.2: up-skills residential staff and foster carers, mstuk.org [V]"
        ),
    ]

    /// What is owed on the way home, each phase by its own clock.
    static let transitionDuties: [FactDuty] = [
        FactDuty(
            "skills", "Weekly skills", fact: .skillsSession, from: .phase("placed"), due: .skillsEvery,
            every: .skillsEvery, window: .skillsGrace, source: "uk.md 0: weekly skills while placed [I]"
        ),
        FactDuty(
            "transition-plan", "Transition plan", fact: .transitionPlan, from: .phase("transition"),
            due: .transitionPlanWithin, late: .warning, source: "uk.md 2.2: transition, then the move home [I]"
        ),
        FactDuty(
            "relapse-prevention-plan", "Relapse prevention plan", fact: .relapsePlan, from: .phase("home"),
            due: .relapsePlanWithin, late: .warning, source: "uk.md 2.1: relapse prevention, youth.gov [V]; when [I]"
        ),
    ]

    /// The outcomes of the network, the first of them over all who started: never only over those who moved home.
    static let ultimate: [OutcomeDefinition] = OutcomeDefinition.ofTheNetwork.map { outcome in
        guard outcome.key == .atHome else { return outcome }
        return OutcomeDefinition(
            .atHome, "Living at home",
            meaning: "The young person lives at home on the day of the answer, out of all who started while placed.",
            base: .started, source: "uk.md 2.3: home at the end over started, never only over moved home [I]"
        )
    }
}

extension FactKind {
    /// The young person was placed again.
    static let breakdown: FactKind = "breakdown"
    static let transitionPlan: FactKind = "transition-plan"
    static let relapsePlan: FactKind = "relapse-prevention-plan"
    static let skillsSession: FactKind = "skills-session"
    static let commitment: FactKind = "commitment"
    static let coaching: FactKind = "coaching"
}

extension FieldKey {
    static let level: FieldKey = "level"
    static let target: FieldKey = "target"
}
