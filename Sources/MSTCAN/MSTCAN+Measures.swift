import Intervention

extension MSTCAN {
    /// Re-abuse three ways, the protection plan, and each child's home. Incidents are rare: a bare per cent would
    /// mislead, so each is shown as so many of so many (`uk.md` 1.6).
    static let figures: [Measure] = [
        reabuse(
            "reabuse_reported", "Reported again", "A concern about a child was reported since the start.",
            ["referral", "section-47", "substantiated"]
        ),
        reabuse(
            "reabuse_investigated", "Investigated again", "A section 47 enquiry began since the start.",
            ["section-47", "substantiated"]
        ),
        reabuse(
            "reabuse_substantiated", "Abuse substantiated again", "Abuse or neglect was substantiated since the start.",
            ["substantiated"]
        ),
        Measure(
            "protection_plan_ended", "Protection plan ended or stepped down",
            meaning: "Every child that was on a plan at the start is on none at the end.", over: .started,
            counting: .turned(
                .protectionStatus, from: [FieldTest(.status, in: ["on-plan"])],
                to: [FieldTest(.status, in: ["ended", "stepped-to-cin"])]
            ), source: "uk.md 1.6: status of the child protection plan [I]"
        ),
        Measure(
            "children_at_home", "Children living at home",
            meaning: "Each child of the family lives at home, or with kin as planned, at the end.", over: .started,
            counting: .children(.childAtEnd, "at-home"), source: "uk.md 1.6: living at home; per child [I]"
        ),
    ]

    private static func reabuse(
        _ key: MeasureKey, _ title: String, _ meaning: String, _ levels: [ChoiceCode]
    ) -> Measure {
        Measure(
            key, title, meaning: meaning, over: .started,
            counting: .happened(.concern, [FieldTest(.level, in: levels)]),
            source: "uk.md 1.6: three counters; base rates are low, Swenson 2010 [V]"
        )
    }
}
