import Intervention

extension MSTFIT {
    /// What is only reported together, all over those who began (`uk.md` 2.3, rule 4): who began, who moved home, who is
    /// at home at the end, and who is half a year, a year and a year and a half later. Beside them, who was placed again.
    static let figures: [Measure] =
        [
            Measure(
                "fit_started", "Began while placed", meaning: "Treatment began, whatever came of it.", over: .closed,
                counting: .started, source: fourTogether
            ),
            Measure(
                "fit_moved_home", "Moved home", meaning: "The young person came to live at home during treatment.",
                over: .started, counting: .movedHome, unknowns: .kept, source: fourTogether
            ),
            Measure(
                "fit_home_at_end", "Home at the end",
                meaning: "The young person lives at home at the end of treatment.",
                over: .started, counting: .outcome(.atHome), unknowns: .kept, source: fourTogether
            ),
        ]
        + [
            (.six, "fit_home_followup_6"), (.twelve, "fit_home_followup_12"), (.eighteen, "fit_home_followup_18"),
        ].map(followUp) + [
            Measure(
                "fit_placed", "Placed again",
                meaning:
                    "The young person came back into a placement after the move home, or was placed anew without a plan "
                    + "before it.",
                over: .started, counting: .placedAgain(.breakdown), unknowns: .kept,
                source:
                    "uk.md 2.3, rule 3: any new episode of care, or a placement with parents that ends [I]; placed when "
                    + "treatment begins is not placed by it [I]"
            )
        ]

    private static let fourTogether = "uk.md 2.3, rule 4: all four, never only home at the end over moved home [I]"

    private static func followUp(_ month: FollowUpMonth, _ key: MeasureKey) -> Measure {
        Measure(
            key, "Home \(month.rawValue) months later",
            meaning: "The young person lives at home \(month.rawValue) months after the end of treatment.",
            over: .started, counting: .followUp(.atHome, month), unknowns: .kept, source: fourTogether
        )
    }
}
