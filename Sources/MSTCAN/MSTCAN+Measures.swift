import Intervention

extension MSTCAN {
    /// Re-abuse three ways, protection plans that ended, and every child at home: each with its counts, because base
    /// rates are low (`uk.md` 1.6).
    static let figures: [Measure] = [
        reabuse(
            "reabuse_reported", "Abuse or neglect reported again", levels: ["referral", "section-47", "substantiated"],
            meaning: "At least one concern about a child of the family reached social care during treatment."
        ),
        reabuse(
            "reabuse_investigated", "Abuse or neglect investigated again", levels: ["section-47", "substantiated"],
            meaning: "At least one concern of the time of treatment led to enquiries under section 47."
        ),
        reabuse(
            "reabuse_substantiated", "Abuse or neglect substantiated again", levels: ["substantiated"],
            meaning: "At least one concern of the time of treatment was substantiated."
        ),
        Measure(
            "protection_plan_ended", "Protection plan ended or stepped down",
            meaning: "No child who was on a child protection plan at the first session is on one at the closing.",
            over: .started,
            counting: .turned(
                .protectionStatus, from: [FieldTest(.status, in: ["on-plan"])],
                to: [FieldTest(.status, in: ["ended", "stepped-to-cin"])],
                provision: ProvisionStatus(
                    .childProtection, field: .status, during: "on-plan", after: "ended", inCare: "escalated")),
            source: "uk.md 1.6: status at the end, ended or stepped to child in need [I]"
        ),
        Measure(
            "children_at_home", "Children living at home",
            meaning: "A child of the family lives at home at the end, or with kin as planned; each child once.",
            over: .closed, counting: .children(.childAtEnd, .atHome),
            source: "uk.md 1.6: living at home or with planned kin, of each child [I]"
        ),
    ]

    private static func reabuse(
        _ key: MeasureKey, _ title: String, levels: [ChoiceCode], meaning: String
    ) -> Measure {
        Measure(
            key, title, meaning: meaning, over: .started,
            counting: .happened(.concern, [FieldTest(.level, in: levels)]),
            source: "uk.md 1.6: any report, section 47, substantiated, three counters; low base rates [V]"
        )
    }
}
