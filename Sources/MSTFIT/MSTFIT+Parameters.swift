import Intervention

extension MSTFIT {
    /// The numbers of the model, each with its source.
    static let allParameters: [Parameter] =
        Parameter.ages(
            least: 12, greatest: 17, within: 11...17,
            source: "uk.md 0: 12 to 17, mstuk.org model page [V]; 11 to 17, mstuk.org news [V]"
        )
        + Parameter.months(
            placed, of: "Placed", least: 3, most: 4, within: 2...4,
            source: "uk.md 2.2: 3 to 4 months, mstuk.org [V]; 2 months in Washington, youth.gov [V]"
        )
        + Parameter.months(
            home, of: "Home", least: 4, most: 4, within: 4...6,
            source: "uk.md 2.2: 4 months, mstuk.org [V]; 4 to 6 in Washington, youth.gov [V]"
        )
        + Parameter.caseload(
            least: 4, most: 6, within: 3...6,
            source: "uk.md 0: none is public for MST-FIT [X]; that of standard MST, clinical.md 1.2 [I]"
        )
        + AdherenceInterviews.parameters(
            thresholdSource: "clinical.md 5.1: that of standard MST, csi-online.org [V]; for MST-FIT [I]; bounds [I]"
        )
        + TeamDuties.parameters()
        + Duties.parameters(
            Duties.StayMarks(prompt: 150, review: 210, long: 245, tooLong: 275), within: 90...365,
            source: "3 to 4 months placed and 4 at home, mstuk.org [V]; the marks, and bounds [I]"
        )
        + AnalyticProcess.parameters + Consents.parameters + TreatmentModules.parameters
        + StaffMeasures.parameters + transitionParameters

    private static let transitionParameters: [Parameter] = [
        ContactIntensity.parameter(
            least: 1, within: 1...5, source: "uk.md 0: weekly skills and family work [I]; bounds [I]"
        ),
        .days(
            .skillsEvery, "Skills while placed: due every", 7, within: 3...14, source: "uk.md 0: weekly [I]; bounds [I]"
        ),
        .days(
            .skillsGrace, "Skills while placed: can be held late for", 3, within: 0...6,
            source: "uk.md 0: weekly; the grace, and bounds [I]"
        ),
        .days(
            .transitionPlanWithin, "Transition plan: due after the transition began within", 7, within: 0...21,
            source: "uk.md 2.2: graded visits, then the move home [I]; the days, and bounds [I]"
        ),
        .days(
            .relapsePlanWithin, "Relapse prevention plan: due after the move home within", 14, within: 0...28,
            source: "uk.md 2.1: relapse prevention is a part of MST-FIT, youth.gov [V]; the days, and bounds [I]"
        ),
        .days(
            .moduleWithin, "Modules: begin after the first session within", 28, within: 7...56,
            source: "uk.md 2.1: the parts of MST-FIT, youth.gov [V]; the days, and bounds [I]"
        ),
    ]

    /// How many nights a graded visit home lasts: none for a day, up to the two weeks of a holiday [I].
    static let nights = 0...14
}

extension ParameterKey {
    static let skillsEvery: ParameterKey = "skills-every"
    static let skillsGrace: ParameterKey = "skills-grace"
    static let transitionPlanWithin: ParameterKey = "transition-plan-within"
    static let relapsePlanWithin: ParameterKey = "relapse-plan-within"
    static let moduleWithin: ParameterKey = "module-within"
}
