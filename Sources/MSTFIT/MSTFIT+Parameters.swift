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
}
