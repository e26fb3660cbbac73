import Intervention

extension MSTCAN {
    /// The numbers of safety, modules and tests.
    static let treatmentParameters: [Parameter] = [
        .days(
            .safetyPlanWithin, "Safety plan: due within", 3, within: 1...3,
            source: "uk.md 1.4: at first contact, within 72 hours [I]"
        ),
        .days(
            .safetyReviewEvery, "Safety review: due every", 7, within: 3...7, source: "uk.md 1.4: weekly [I]"
        ),
        .days(
            .safetyReviewGrace, "Safety review: can be held late for", 2, within: 0...3,
            source: "uk.md 1.4: weekly; the grace, and bounds [I]"
        ),
        .days(
            .safetyReviewAfterEvent, "Safety review: after an event within", 1, within: 1...2,
            source: "uk.md 1.4: within 24 hours of any abuse or crisis event [I]"
        ),
        .days(
            .violenceRecent, "Gates: violence counts as recent for", 7, within: 3...28,
            source: "uk.md 1.4: in the last 7 days [I]"
        ),
        .days(
            .sobrietyCheckWithin, "Gates: a check of sobriety holds for", 1, within: 0...1,
            source: "uk.md 1.4: at the session [I]"
        ),
        .days(
            .moduleWithin, "Modules: begin after the need was found within", 28, within: 7...56,
            source: "uk.md 1.4: modules as assessed [V]; the days, and bounds [I]"
        ),
        .days(
            .clarificationWithin, "Clarification: begins after the first session within", 120, within: 30...180,
            source: "uk.md 1.4: for every family [V]; the days, and bounds [I]"
        ),
        .days(
            .testCannabisEvery, "Tests: cannabis every", 7, within: 3...14,
            source: "uk.md 1.4: roughly weekly is enough, MST-SA guidance [V]; bounds [I]"
        ),
        .days(
            .testCocaineEvery, "Tests: cocaine every", 1, within: 1...3,
            source: "uk.md 1.4: daily, MST-SA guidance [V]; bounds [I]"
        ),
        .days(
            .testOtherEvery, "Tests: another substance every", 3, within: 1...4,
            source: "uk.md 1.4: 2 to 3 a week in reinforcement-based therapy [G]; bounds [I]"
        ),
        .choice(
            .refusedTestCounts, "Tests: refused or missed counts as", countsAsPositive,
            of: [countsAsPositive, "not-counted"],
            source: "uk.md 1.4: configurable; positive [I]"
        ),
        .days(
            .negativeRecent, "Abstinence: last negative test within", 7, within: 1...14,
            source: "uk.md 1.4: a streak of negative tests; the days, and bounds [I]"
        ),
        .days(
            .abstinentFor, "Abstinence: no lapse for", 56, within: 28...120,
            source: "uk.md 1.4: a streak of negative tests; the days, and bounds [I]"
        ),
        .days(
            .childAtEndWithin, "Closing: where each child lives, within", 14, within: 0...28,
            source: "uk.md 1.6: at home per child; the days, and bounds [I]"
        ),
        ContactIntensity.parameter(
            least: 3, within: 1...7, source: "uk.md 1.2: at least 3 sessions a week, cebc4cw.org [V]; bounds [I]"
        ),
    ]

    /// The choice under which a refused or missed test counts as a positive one.
    static let countsAsPositive = "positive"
}

extension ParameterKey {
    static let safetyPlanWithin: ParameterKey = "safety-plan-within"
    static let safetyReviewEvery: ParameterKey = "safety-review-every"
    static let safetyReviewGrace: ParameterKey = "safety-review-grace"
    static let safetyReviewAfterEvent: ParameterKey = "safety-review-after-event"
    static let violenceRecent: ParameterKey = "violence-recent"
    static let sobrietyCheckWithin: ParameterKey = "sobriety-check-within"
    static let moduleWithin: ParameterKey = "module-within"
    static let clarificationWithin: ParameterKey = "clarification-within"
    static let testCannabisEvery: ParameterKey = "test-cannabis-every"
    static let testCocaineEvery: ParameterKey = "test-cocaine-every"
    static let testOtherEvery: ParameterKey = "test-other-every"
    static let refusedTestCounts: ParameterKey = "refused-test-counts"
    static let negativeRecent: ParameterKey = "negative-recent"
    static let abstinentFor: ParameterKey = "abstinent-for"
    static let childAtEndWithin: ParameterKey = "child-at-end-within"
}
