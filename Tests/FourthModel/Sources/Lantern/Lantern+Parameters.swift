import Intervention

extension Lantern {
    static let allParameters: [Parameter] =
        Parameter.ages(least: 6, greatest: 12, within: 4...14, source: invented)
        + Parameter.months(settling, of: "Settling", least: 1, most: 2, within: 1...3, source: invented)
        + Parameter.months(keeping, of: "Keeping", least: 1, most: 2, within: 1...4, source: invented)
        + Parameter.caseload(least: 4, most: 8, within: 3...10, source: invented)
        + AdherenceInterviews.parameters(thresholdSource: invented)
        + Duties.parameters(
            Duties.StayMarks(prompt: 60, review: 90, long: 110, tooLong: 130), within: 30...365, source: invented
        )
        + TreatmentModules.parameters
        + [
            .days("night-plan-within", "Night plan: written after", 7, within: 1...14, source: invented),
            .days("night-log-first", "Night log: first due after", 7, within: 1...14, source: invented),
            .days("night-log-every", "Night log: due again after", 7, within: 7...14, source: invented),
        ]
}
