extension ClosureReason {
    /// The closure reasons of the network with the group that each counts in (`clinical.md` 3.2).
    ///
    /// Only the first three are closures with the opportunity for a full course of treatment.
    /// - Parameter placed: the title of `placed`, where a model's children may be placed already.
    public static func usual(
        titlingPlaced placed: String = "Placed away from home because of an event during treatment"
    ) -> [ClosureReason] {
        [
            ClosureReason(.completed, .completed, "Carers and team agree that the goals are met"),
            ClosureReason(.lackOfEngagement, .lackOfEngagement, "Engagement lost despite sustained efforts"),
            ClosureReason(.placed, .placed, placed),
            ClosureReason(
                .placedPriorEvent, .notCounted, "Placed away from home because of an event before treatment"
            ),
            ClosureReason(
                .funderWithdrew, .notCounted, "Withdrawn by funder or referrer for reasons other than progress"
            ),
            ClosureReason(
                .programmeWithdrew, .notCounted, "Withdrawn by the programme for administrative reasons"
            ),
            ClosureReason(.moved, .notCounted, "Family moved out of the area served"),
            ClosureReason(.other, .notCounted, "Another reason, such as death or transfer"),
        ]
    }
}

extension ClosureReasonID {
    /// Carers and team agree that treatment is complete.
    public static let completed: ClosureReasonID = "completed"
    /// Engagement was lost despite sustained efforts.
    public static let lackOfEngagement: ClosureReasonID = "lack-of-engagement"
    /// Placed because of an event during treatment.
    public static let placed: ClosureReasonID = "placed"
    /// Placed because of an event before treatment.
    public static let placedPriorEvent: ClosureReasonID = "placed-prior-event"
    /// Withdrawn by funder or referrer.
    public static let funderWithdrew: ClosureReasonID = "funder-withdrew"
    /// Withdrawn by the programme.
    public static let programmeWithdrew: ClosureReasonID = "programme-withdrew"
    /// The family moved out of the area served.
    public static let moved: ClosureReasonID = "moved"
    /// Anything else; kept apart, never mapped silently.
    public static let other: ClosureReasonID = "other"
}
