/// The nightly jobs, each after those that it waits for. A new one is one line here.
package enum NightlyList {
    /// All of them with their usual settings.
    package static let all: [any NightlyJob] = [
        ObligationsJob(),
        AlertsJob(),
        DigestsJob(),
        QualityJob.usual,
        EditionsJob.usual,
        RetentionJob(),
        AccessReviewJob.usual,
        VerifyJob(),
        SweepJob.usual,
    ]
}
