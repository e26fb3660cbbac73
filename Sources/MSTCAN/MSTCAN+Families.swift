import Intervention

extension MSTCAN {
    /// What is found in a family, and what the work on it brings.
    static let work: [FactDefinition] = [
        FactDefinition(
            .screen, "Need looked for", about: [.family] + .children + .adults,
            fields: [
                FactField(
                    .of, "Of what",
                    .choice(["force", "conflict", "anger", "trauma", "substance", "suicide-risk", "mental-health"])),
                FactField(.stage, "First or repeated", .choice(["first", "repeated"])),
                FactField(.result, "Result", .choice(["present", "absent"])),
            ], source: "uk.md 1.4: modules as assessed, cebc4cw.org [V]; the list [I]"
        ),
        FactDefinition(
            .forceAnalysis, "Analysis of a sequence of force or neglect", about: [.carer],
            fields: [
                FactField(.kind, "Kind", .choice(["force", "neglect", "escalation"])),
                FactField(.text, "Sequence", .narrative),
            ], source: "uk.md 1.4: functional analysis of use of force, cebc4cw.org [V]"
        ),
        FactDefinition(
            .forceIntervention, "Intervention against a sequence", about: [.carer],
            fields: [
                FactField("analysis", "Sequence", .link([.forceAnalysis])),
                FactField("intervention", "Intervention", .link([.intervention])),
            ], source: "uk.md 1.4: a sequence analysed and an intervention linked [I]"
        ),
        FactDefinition(
            .skillRating, "Communication and problem solving",
            fields: [FactField(.level, "Skill", .choice(["not-yet", "partly", "reached"]))],
            source: "uk.md 1.4: skill criteria, cebc4cw.org [V]; three steps [I]"
        ),
        FactDefinition(
            .traumaSignOff, "Trauma work agreed", about: .adults,
            fields: [FactField(.by, "Supervisor or psychiatrist", .staff)],
            source: "uk.md 1.4: sign-off by psychiatrist or supervisor [I]"
        ),
        FactDefinition(
            .sobrietyCheck, "Sober for the session", about: .adults, fields: [FactField(.answer, "Sober", .answer)],
            source: "uk.md 1.4: not intoxicated at the session [I]"
        ),
        FactDefinition(
            .childSafe, "Lives where nobody harms it", about: .children, .interval,
            fields: [FactField(.answer, "Safe", .answer)],
            source: "uk.md 1.4: in a physically safe placement [I]"
        ),
    ]

    /// The carer takes responsibility.
    static let clarification: [FactDefinition] = [
        FactDefinition(
            .denial, "Denial", about: [.carer], .interval,
            fields: [FactField(.text, "Note", .narrative, required: false)],
            source: "uk.md 1.4: no open denial before clarification [I]"
        ),
        FactDefinition(
            .letterApproved, "Carer's letter approved", about: [.carer],
            fields: [FactField(.by, "Supervisor", .staff), FactField(.text, "Letter", .narrative, required: false)],
            source: "uk.md 1.4: draft letter approved by the supervisor [I]"
        ),
        FactDefinition(
            .childReadiness, "Child's readiness", about: .children, fields: [FactField(.answer, "Ready", .answer)],
            source: "uk.md 1.4: child's readiness recorded [I]"
        ),
        FactDefinition(
            .clarificationSession, "Clarification session", about: [.carer],
            fields: [FactField(.text, "Note", .narrative, required: false)],
            source: "uk.md 1.4: the letter is read in a family session, MST-BSF, cebc4cw.org [V]"
        ),
        FactDefinition(
            .childResponse, "Child's response", about: .children,
            fields: [
                FactField(.result, "Response", .choice(["accepts", "unsure", "rejects", "not-present"])),
                FactField(.text, "Note", .narrative, required: false),
            ], source: "uk.md 1.4: the child's response is recorded [I]"
        ),
    ]
}
