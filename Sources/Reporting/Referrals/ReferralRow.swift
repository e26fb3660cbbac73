import Statistics

/// One line of the referrals: so many of so many.
package struct ReferralRow: Hashable, Sendable {
    /// What the line belongs to, in the order in which they are shown.
    package enum Block: String, CaseIterable, Hashable, Sendable {
        /// What became of the referrals received in the period.
        case received
        /// Why some of them were declined.
        case declineReason = "decline_reason"
        /// Where the declined families were sent on to.
        case onwardService = "onward_service"
        /// Who referred.
        case source
        /// Of those of each source that were decided, those accepted.
        case sourceAccepted = "source_accepted"
        /// How old the children were.
        case age
        /// How long each step took.
        case step
        /// How long social care had provided for the children before they were referred.
        case knownBefore = "known_before"
        /// Decisions made in the period, whenever the referral was received: the base of the indicator.
        case decided

        /// The heading.
        package var title: String {
            switch self {
            case .received: "Received in the period"
            case .declineReason: "Declined, by reason"
            case .onwardService: "Declined, by where the family was sent on to"
            case .source: "Received, by source"
            case .sourceAccepted: "Accepted of those decided, by source"
            case .age: "Received, by age at referral"
            case .step: "Days from step to step, of referrals received"
            case .knownBefore: "Received, by how long social care had provided for the child before"
            case .decided: "Decided in the period, whenever received"
            }
        }
    }

    /// What the line belongs to.
    package let block: Block
    /// A code, unique within its block.
    package let key: String
    /// The name that people use.
    package let title: String
    let share: Proportion
    /// How many days it took those who took the step; nil of what is no step, and when nobody took it.
    package let spread: DaySpread?

    /// How many.
    package var numerator: Int { share.numerator }

    /// Of how many.
    package var denominator: Int { share.denominator }

    /// The value as people read it, or `n/a` of nothing.
    package var valueText: String { share.percent.map { $0 + "%" } ?? "n/a" }
}
