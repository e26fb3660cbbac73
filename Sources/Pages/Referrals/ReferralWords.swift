import Intervention
import Practice

extension WaitingReferral.Step {
    /// What is waited for, as a heading.
    var title: String {
        switch self {
        case .decision: "To be decided"
        case .allocation: "Accepted, no therapist yet"
        case .beginning: "Waiting for the first session"
        }
    }
}

extension WaitingReferral.Gap {
    /// What is missing, in a word or two.
    var title: String {
        switch self {
        case .name: "name"
        case .birthMonth: "birth"
        case .sex: "sex"
        case .source: "who referred"
        case .authority: "authority"
        }
    }
}

extension Eligibility.Verdict {
    /// The verdict as people read it.
    var title: String {
        switch self {
        case .eligible: "Eligible"
        case .needsAdvice: "Ask for advice"
        case .notEligible: "Not eligible"
        }
    }
}

extension DeclineReason {
    /// Why, as people read it.
    package var title: String { rawValue.replacing("-", with: " ").capitalizedFirst }
}

extension OnwardService {
    /// Where to, as people read it.
    package var title: String {
        self == .none
            ? "Nowhere" : self == .otherMST ? "Another MST team" : rawValue.replacing("-", with: " ").capitalizedFirst
    }
}

extension ReferralSource {
    /// Who referred, as people read it.
    package var title: String { rawValue.replacing("-", with: " ").capitalizedFirst }
}

extension Sex {
    /// As people read it.
    package var title: String {
        switch self {
        case .male: "Male"
        case .female: "Female"
        case .unknown: "Not known"
        }
    }
}

extension Answer {
    /// As people read it.
    package var title: String { self == .unknown ? "Not known" : rawValue.capitalizedFirst }
}

extension ReferralsPage.Whose {
    /// What the way to them is called.
    var title: String {
        switch self {
        case .all: "All"
        case .mine: "Mine"
        case .nobody: "Nobody’s yet"
        }
    }
}
