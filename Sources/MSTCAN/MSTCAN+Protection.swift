import Intervention

extension MSTCAN {
    /// What child protection knows and does, and where each child lives at the end.
    static let protection: [FactDefinition] = [
        FactDefinition(
            .concern, "Concern about a child", about: .children,
            fields: [
                FactField(.level, "How far it went", .choice(["referral", "section-47", "substantiated"])),
                FactField("category", "Category", .choice(["neglect", "physical", "emotional", "sexual"])),
            ], source: "uk.md 1.6: referral or contact, section 47, substantiated, each counted for itself [V]"
        ),
        FactDefinition(
            .protectionStatus, "Child protection status", about: .children,
            fields: [
                FactField(.status, "Status", .choice(["on-plan", "stepped-to-cin", "ended", "escalated"]))
            ], source: "uk.md 1.6: ended, stepped to child in need, continued, escalated to care or proceedings [I]"
        ),
        FactDefinition(
            .coreGroup, "Core group", fields: [FactField("attended", "The team took part", .answer)],
            source: "uk.md 1.4: contact log and core-group dates [I]"
        ),
        FactDefinition(
            .psychiatryReferral, "Referral to the psychiatrist", about: .children + .adults,
            fields: [FactField(.by, "Supervisor", .staff)], source: "uk.md 1.4: referral by the supervisor [I]"
        ),
        FactDefinition(
            .childAtEnd, "Child at the end of treatment", about: .children,
            fields: [FactField(.atHome, "Living at home, or with kin as planned", .answer)],
            source: "uk.md 1.6: living at home or with planned kin [I]; each child for itself [I]"
        ),
    ]

    /// Where each child lives at the end.
    static let protectionDuties: [FactDuty] = [
        FactDuty(
            "child-at-end", "Where the child lives at the end", fact: .childAtEnd, about: .children, from: .closing,
            due: .childAtEndWithin, source: "uk.md 1.6: at home per child [I]"
        )
    ]

    /// The status of each child with child protection.
    static let protectionTracker = Tracker(
        "protection", "Child protection", about: .children,
        states: [
            TrackerState("none", "None known"), TrackerState("on-plan", "On a plan"),
            TrackerState("stepped-to-cin", "Stepped down to child in need"), TrackerState("ended", "Ended"),
            TrackerState("escalated", "Care or proceedings", .warning),
        ],
        start: "none",
        moves: [
            move(to: "on-plan", on: "on-plan", from: ["none", "stepped-to-cin", "ended", "escalated"]),
            move(to: "stepped-to-cin", on: "stepped-to-cin", from: ["none", "on-plan", "ended", "escalated"]),
            move(to: "ended", on: "ended", from: ["on-plan", "stepped-to-cin", "escalated"]),
            move(to: "escalated", on: "escalated", from: ["none", "on-plan", "stepped-to-cin", "ended"]),
        ],
        source: "uk.md 1.6: status of the child protection plan [I]"
    )

    private static func move(
        to state: TrackerStateKey, on status: ChoiceCode, from states: [TrackerStateKey]
    ) -> TrackerMove {
        TrackerMove(from: states, to: state, on: .protectionStatus, where: [FieldTest(.status, in: [status])])
    }
}
