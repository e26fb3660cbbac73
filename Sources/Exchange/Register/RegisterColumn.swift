/// A column of a register file. The names are the file's.
package enum RegisterColumn: String, FileColumn {
    case episodeRef = "episode_ref"
    case team
    case model
    case childRef = "child_ref"
    case householdRef = "household_ref"
    case therapist
    case birthMonth = "birth_month"
    case sex
    case ethnicity
    case responsibleAuthority = "responsible_la"
    case deprivationIndex = "deprivation_index"
    case deprivationDecile = "deprivation_decile"
    case referralSource = "referral_source"
    case referredOn = "referred_on"
    case decision
    case decidedOn = "decided_on"
    case declineReason = "decline_reason"
    case onwardService = "onward_service"
    case firstSessionOn = "first_session_on"
    case closedOn = "closed_on"
    case closureReason = "closure_reason"
    case atHome = "at_home"
    case inSchoolOrWork = "in_school_or_work"
    case noNewArrests = "no_new_arrests"

    /// The kind of file.
    package static let kind = FileKind.register

    /// The place of each column, from 0.
    package static let positions = places()

    /// Whether every row must have a value.
    package var isRequired: Bool {
        switch self {
        case .episodeRef, .team, .model, .referredOn, .decision: true
        default: false
        }
    }

    /// The outcomes at closing.
    static let outcomes: [RegisterColumn] = [.atHome, .inSchoolOrWork, .noNewArrests]

    /// What stands in the column, in a few words.
    package var meaning: String {
        switch self {
        case .episodeRef: "The site's own reference of the episode, the same in every later file"
        case .team: "The code of the team, as in the site's file"
        case .model: "The id of the model, as in `homeward model list`"
        case .childRef: "The site's own reference of the child; without it the row is a child of its own"
        case .householdRef: "The site's own reference of the household"
        case .therapist: "The code of the therapist; never a name"
        case .birthMonth: "The month of birth, YYYY-MM"
        case .sex: "A code of the list `sex`"
        case .ethnicity: "A code of the site's nation's list: `ethnicity-england` and so on"
        case .responsibleAuthority: "The authority that answers for the child: nine characters, in Ireland IE-..."
        case .deprivationIndex: "A code of the list `deprivation-index`"
        case .deprivationDecile: "1 (most deprived) to 10, with deprivation_index"
        case .referralSource: "A code of the list `referral-source`"
        case .referredOn: "The day of the referral, YYYY-MM-DD"
        case .decision: "A code of the list `decision`"
        case .decidedOn: "The day of the decision, YYYY-MM-DD"
        case .declineReason: "A code of the list `decline-reason`, when declined"
        case .onwardService: "A code of the list `onward-service`, when declined: where the family was sent on to"
        case .firstSessionOn: "The day of the first session, YYYY-MM-DD, when accepted"
        case .closedOn: "The day of the closing, YYYY-MM-DD, when accepted"
        case .closureReason: "A closure reason of the model, as in `homeward model show`, with closed_on"
        case .atHome: "At closing: did the young person live at home? `yes`, `no` or `unknown`"
        case .inSchoolOrWork: "At closing: in school or in work? `yes`, `no` or `unknown`"
        case .noNewArrests: "At closing: no new arrest since treatment began? `yes`, `no` or `unknown`"
        }
    }
}
