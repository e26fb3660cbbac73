import Intervention

extension MSTCAN {
    /// The numbers of the model, each with its source.
    static let allParameters: [Parameter] =
        Parameter.ages(
            least: 6, greatest: 17, within: 6...17,
            source: "uk.md 1.1: 6 to 17, cebc4cw.org, ISRCTN20607806 [V]"
        )
        + Parameter.months(
            treatment, of: "Treatment", least: 6, most: 9, within: 6...9,
            source: "uk.md 1.2: 6 to 9 months, cebc4cw.org, slam.nhs.uk [V]"
        )
        + Parameter.caseload(
            least: 3, most: 4, within: 3...6,
            source: "uk.md 0: 3 to 4, guidebook.eif.org.uk, at most 4, cebc4cw.org [V]; 4 to 6, youth.gov [V]"
        )
        + AdherenceInterviews.parameters(
            thresholdSource: "uk.md 1.5: none is public for MST-CAN [X]; that of the TAM-R, clinical.md 5.1 [I]",
            scheduleSource: "uk.md 1.3: monthly, mstcan.com [V]; 28 days [G]; bounds [I]"
        )
        + [
            .choice(
                .entryAnchor, "Eligibility: entry by", "plan", of: ["plan", "report", "plan-or-report"],
                source: "uk.md 1.1: a child protection plan in the UK [V], a report in the US [V]; the choice [I]"
            ),
            .days(
                .reportWithin, "Eligibility: report within", 180, within: 30...365,
                source: "uk.md 1.1: 180 days, cebc4cw.org [V]; bounds [I]"
            ),
        ]
        + TeamDuties.parameters()
        + Duties.parameters(
            Duties.StayMarks(prompt: 180, review: 240, long: 274, tooLong: 300), within: 120...365,
            source: "6 to 9 months, cebc4cw.org, slam.nhs.uk [V]; the marks, and bounds [I]"
        )
        + AnalyticProcess.parameters + Consents.parameters + TreatmentModules.parameters
        + StaffMeasures.parameters + treatmentParameters
}
