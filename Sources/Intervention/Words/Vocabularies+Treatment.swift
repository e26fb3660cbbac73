/// How a contact was held.
public enum ContactMode: String, CaseIterable, Hashable, Sendable {
    case homeVisit = "home-visit"
    case communityVisit = "community-visit"
    case schoolVisit = "school-visit"
    case meeting
    case telephone
    case video
    case message
    case onCall = "on-call"
    case attemptedOnly = "attempted"
}

/// Whom a contact was with.
public enum ContactParty: String, CaseIterable, Hashable, Sendable {
    case family
    case carer
    case child
    case school
    case socialCare = "social-care"
    case youthOffending = "youth-offending"
    case police
    case placementStaff = "placement-staff"
    case other
}

/// What became of an attempt to hold an adherence interview.
public enum InterviewResult: String, CaseIterable, Hashable, Sendable {
    case completed
    case refused
    case unreachable
}

/// Who answered an adherence interview.
public enum Respondent: String, CaseIterable, Hashable, Sendable {
    case mother
    case father
    case carer
    case kinCarer = "kin-carer"
    case fosterCarer = "foster-carer"
    case keyWorker = "key-worker"
    case other
}

/// Who held an adherence interview: a call centre, a member of the site's staff, or nobody but the respondent.
public enum Collector: Hashable, Sendable {
    /// A trained interviewer outside the team.
    case callCentre
    /// A member of the site's staff.
    case staff(StaffCode)
    /// The respondent alone, through a link of their own.
    case selfEntry
}

/// Why an interview does not count: it is kept and shown, but no figure uses it.
public enum InterviewFlaw: String, CaseIterable, Hashable, Comparable, Sendable {
    /// The family's own therapist held it (TAM-R guidelines for administration, `clinical.md` 5.1).
    case collectedByTherapist = "collected-by-therapist"
    /// A therapist of the same team held it for a colleague (TAM-R guidelines for administration, `clinical.md` 5.1).
    case collectedByTeamTherapist = "collected-by-team-therapist"
    /// The respondent is not one that the instrument asks, or not in the phase that the family was in.
    case respondentNotAsked = "respondent-not-asked"
    /// It was held before the first session that is on record.
    case beforeTreatment = "before-treatment"
    /// Too few items were answered for a score.
    case tooFewItems = "too-few-items"

    /// Order of the words.
    public static func < (lhs: InterviewFlaw, rhs: InterviewFlaw) -> Bool {
        lhs.rawValue < rhs.rawValue
    }
}

/// The group that a closure reason counts in (`clinical.md` 2.5 and 3.2).
public enum ClosureGroup: String, CaseIterable, Hashable, Sendable {
    /// Treatment was completed.
    case completed
    /// Closed for lost engagement despite sustained efforts.
    case lackOfEngagement = "lack_of_engagement"
    /// Placed because of an event during treatment.
    case placed
    /// No opportunity for a full course: moved, administrative, placed for a prior event, other.
    case notCounted = "not_counted"

    /// Whether the family had the opportunity for a full course of treatment: the shared base of the closure rates.
    public var hadOpportunity: Bool { self != .notCounted }
}

/// What became of a follow-up that was due. Not reached is missing, neither bad nor good.
public enum FollowUpStatus: String, CaseIterable, Hashable, Sendable {
    case collected
    case unreachable
    case refused
}

/// Why an event was corrected. The full reason is a sealed text.
public enum CorrectionCause: String, CaseIterable, Hashable, Sendable {
    /// A file that was imported again says otherwise.
    case fileImport = "import"
    /// What was entered was not what had happened.
    case entryError = "entry-error"
    /// Something became known later.
    case newInformation = "new-information"
}
