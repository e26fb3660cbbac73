import Intervention
import Practice

/// The letters that there are, each with who may write it.
package enum LetterKind: String, CaseIterable, Sendable {
    /// To whoever referred: the referral came.
    case acknowledgement
    /// The decision about a referral, and where else help was asked for.
    case decision
    /// To the family: when and where the first meeting is.
    case appointment
    /// To whoever referred: how treatment ended.
    case closing

    /// What it is called.
    package var title: String {
        switch self {
        case .acknowledgement: "Letter: the referral came"
        case .decision: "Letter: the decision"
        case .appointment: "Letter: an appointment"
        case .closing: "Letter: how treatment ended"
        }
    }

    /// Whether it is about the referral, and so for those who decide about referrals; else for those who work with the family.
    package var isOfReferral: Bool { self == .acknowledgement || self == .decision }

    /// Whether there is something to write of.
    /// - Parameter hasDied: whether the child's death is on record: nobody is invited to treatment then.
    package func applies(to facts: EpisodeFacts, hasDied: Bool) -> Bool {
        switch self {
        case .acknowledgement: true
        case .decision: facts.decision != nil
        case .appointment: !hasDied && facts.decision?.screening.verdict == .accepted && facts.closing == nil
        case .closing: facts.startedOn != nil && facts.closing != nil
        }
    }
}
