/// What is pointed out in a file that is imported: it never refuses a row, because an import records what happened.
package enum ImportAdvisoryCode: String, CaseIterable, Hashable, Sendable {
    case decisionDayEstimated = "decision-day-estimated"
    case authorityOfAnotherNation = "authority-of-another-nation"
    case indexOfAnotherNation = "index-of-another-nation"
    case beforeTeamStarted = "before-team-started"
    case childDiffers = "child-differs"
    case caseloadExceeded = "caseload-exceeded"
    case unknownStaff = "unknown-staff"
    case interviewNotCounted = "interview-not-counted"
    case plansConcurrent = "plans-concurrent"
    case noticedByModel = "noticed-by-model"

    /// What is pointed out, in a sentence without values.
    package var meaning: String {
        switch self {
        case .decisionDayEstimated: "decided_on is empty: the decision is put on the day of the referral, as estimated."
        case .authorityOfAnotherNation: "The authority belongs to another nation than the site."
        case .indexOfAnotherNation: "The deprivation index ranks another nation's areas than the site's."
        case .beforeTeamStarted: "What the row tells of lies before the team started."
        case .childDiffers: "Rows of the same child differ in the month of birth or in sex."
        case .caseloadExceeded: "A therapist has more families open on the day of the import than the model plans for."
        case .unknownStaff: "The site's file names no member of staff of this code."
        case .interviewNotCounted: "The interview is kept and counts in no figure."
        case .plansConcurrent: "A child in need plan runs at the same time as a child protection plan."
        case .noticedByModel: "The model notices something: age, length of stay and the like."
        }
    }
}
