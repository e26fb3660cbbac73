import Intervention

extension MSTFIT {
    /// How many began, came home, were home at the end and stayed home: together, and all over those who began, so that
    /// nobody reads the last over the second (`uk.md` 2.3, rule 4).
    static let figures: [Measure] = [
        Measure(
            "fit_started", "Began while placed", meaning: "Treatment began before the move home.", over: .closed,
            counting: .started, source: whole
        ),
        Measure(
            "fit_moved_home", "Moved home", meaning: "The young person came to live at home during treatment.",
            over: .started, counting: .movedHome, unknowns: .kept, source: whole
        ),
        Measure(
            "fit_home_at_end", "Home at the end", meaning: "The young person lives at home at the closing.",
            over: .started, counting: .outcome(.atHome), unknowns: .kept, source: whole
        ),
        followUp("fit_home_followup_6", .six), followUp("fit_home_followup_12", .twelve),
    ]

    private static func followUp(_ key: MeasureKey, _ month: FollowUpMonth) -> Measure {
        Measure(
            key, "Home after \(month.rawValue) months",
            meaning: "The young person lives at home \(month.rawValue) months after the closing.", over: .started,
            counting: .followUp(.atHome, month), unknowns: .kept, source: whole
        )
    }

    private static let whole = "uk.md 2.3: started, moved home, home at the end, home at follow-up; all four [I]"
}
