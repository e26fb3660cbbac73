import Intervention

/// What the kinds of facts of the analytic process are, in plain words, for whoever writes one down for the first time.
enum FactWords {
    /// One sentence; nil of a kind whose title says it.
    static func meaning(of kind: FactKind) -> String? { meanings[kind] }

    private static let meanings: [FactKind: String] = [
        .referralBehaviour: "What the young person does that led to the referral, as it can be seen and counted.",
        .desiredOutcome: "What somebody who matters to the family wants to be different in the end.",
        .assessment: "Something in the young person's world that treatment can build on, or that needs to change.",
        .overarchingGoal: "What is to be different at the end of treatment, such that anybody can tell whether it is.",
        .goalReview: "How far an overarching goal has come, with what shows it.",
        .fitCircle: "What makes sense of one behaviour: it stands in the middle, and its drivers stand around it.",
        .driver:
            "Something that keeps the behaviour in the middle going, or holds it back, in one part of the child's world.",
        .intermediaryGoal: "A step of a week or so that changes a driver which comes first.",
        .goalResult: "Whether the step of a week was reached.",
        .intervention: "What somebody does so that the step is reached.",
        .advance: "Something that got better, and what made it so.",
        .barrier: "What stood in the way of a step that was not reached; its own fit tells why.",
        .sustainabilityPlan:
            "What the family goes on with by itself when treatment is over, and what it does when trouble comes.",
        .consent: "That somebody was asked, and what they answered.",
    ]
}
