import Intervention

extension StandardMST {
    /// The numbers of the model, each with its source.
    static let allParameters: [Parameter] =
        Parameter.ages(
            least: 11, greatest: 17, within: 11...18,
            source: "clinical.md 2.1: 11 to 17, mstuk.org [V]; 12 to 18 in Norway and the Netherlands [V]"
        )
        + Parameter.months(
            treatment, of: "Treatment", least: 3, most: 5, within: 3...6,
            source: "clinical.md 3.4: 3 to 5 months, slam.nhs.uk [V]; up to 6 by payer rules [V]"
        )
        + Parameter.caseload(
            least: 4, most: 6, within: 3...6,
            source: "clinical.md 1.2: 4 to 6, Leeds [V]; up to 4 in UK practice, uk.md 0 [V]; limit of 6 [G]"
        )
        + AdherenceInterviews.parameters()
        + [
            .criteria(
                .behavioursLeast, "Eligibility: behaviours at least", 1, within: 1...3,
                source: "clinical.md 2.2: any of the list, MST organisational manual appendix [V]; up to 3, START [V]"
            )
        ]
        + TeamDuties.parameters()
        + Duties.parameters(
            Duties.StayMarks(prompt: 75, review: 120, long: 140, tooLong: 150), within: 60...200,
            source: "100 to 140 days aimed at, csi-online.org [V]; the marks, and bounds [I]"
        )
        + [
            ContactIntensity.parameter(
                least: 2, within: 1...7,
                source: "clinical.md 1.2: several a week, slam.nhs.uk [V]; 2 to 3 a week, cfecfw.asn.au [V]; bounds [I]"
            )
        ]
        + AnalyticProcess.parameters + Consents.parameters + StaffMeasures.parameters + targetParameters

    private static let published = "clinical.md 6: csi-online.org, MST Outcomes [V]; bounds [I]"

    private static let targetParameters: [Parameter] = [
        .share(.targetAtHome, "Target: living at home", percent: 90, within: 80...100, source: published),
        .share(.targetInSchoolOrWork, "Target: in school or working", percent: 90, within: 80...100, source: published),
        .share(.targetNoNewArrests, "Target: no new arrests", percent: 90, within: 80...100, source: published),
        .score(.targetMeanAdherence, "Target: mean adherence", hundredths: 61, within: 50...80, source: published),
        .share(
            .targetAdherentFamilies, "Target: families at the adherence threshold", percent: 80, within: 70...100,
            source: published
        ),
        .share(.targetCompleted, "Target: treatment completed", percent: 85, within: 75...100, source: published),
        .share(
            .targetLackOfEngagement, "Target: lack of engagement under", percent: 5, within: 1...10, source: published
        ),
        .share(.targetPlaced, "Target: placed during treatment under", percent: 10, within: 1...20, source: published),
        .days(
            .targetStayLeast, "Target: average length of stay from", 100, within: 90...140,
            source: "clinical.md 3.4: csi-online.org, MST Outcomes [V]; ends inclusive and bounds [I]"
        ),
        .days(
            .targetStayMost, "Target: average length of stay to", 140, within: 100...160,
            source: "clinical.md 3.4: csi-online.org, MST Outcomes [V]; ends inclusive and bounds [I]"
        ),
    ]

    /// The network's own averages, published beside one provider's calendar year 2015 (`published.md` P1).
    static let networkAverages: [Comparator] = [
        average(.atHome, 9050),
        average(.inSchoolOrWork, 8560),
        average(.noNewArrests, 8640),
        average(.meanAdherence, 7600),
        average(.adherentFamilies, 7630),
        average(.completed, 8780),
        average(.lackOfEngagement, 440),
        average(.placed, 780),
        average(.lengthOfStay, 1_284_000),
    ]

    private static func average(_ indicator: Indicator, _ tenThousandths: Int) -> Comparator {
        Comparator(
            indicator, tenThousandths: tenThousandths, label: "MST network, 2016 data report",
            source: "published.md P1: csi-online.org, MST Outcomes [V]"
        )
    }
}
