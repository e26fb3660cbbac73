import Intervention

/// A form that has a name in the document.
package enum Component: String, CaseIterable, Hashable, Sendable {
    // What goes out
    case problem
    case sites
    case siteView
    case models
    case episodes
    case episodeLine
    case episode
    case duties
    case jobs
    case written
    case childWritten
    case teamWritten
    case done
    case child
    case team
    case events
    case facts
    case movePreview
    case summaryTalk
    case person
    case people
    case eligibility
    case instruments
    case measures
    case configuration
    case overrides
    case outliers
    case looks
    case alerts
    case openedRecords
    case retention
    case accounts
    case account
    case providers
    case editions
    case editionEpisodes
    case licences
    case pipeline
    case verdict
    case onCall
    case handover
    case interviewsDue
    case referrals
    case referralSheet
    case closingSheet
    case followUpsDue
    case editionCheck
    case editionDifference
    case personWritten
    case staffSheet
    case rotaSheet
    case configurations
    case reallocation
    case letter
    case configurationPreview
    case instrumentPreview
    case outlierSweep
    // What comes in
    case referral
    case screening
    case allocation
    case start
    case phase
    case contact
    case interview
    case closing
    case followUp
    case plan
    case participant
    case leaving
    case fact
    case factWithdrawal
    case moduleStart
    case moduleFinish
    case countersignature
    case summaryComment
    case summaryDiscussion
    case correction
    case move
    case placement
    case placementEnd
    case provision
    case provisionEnd
    case schoolStatus
    case offence
    case household
    case death
    case childCorrection
    case teamSession
    case training
    case rota
    case briefing
    case licence
    case stage
    case teamCorrection
    case search
    case screeningQuestion
    case glass
    case nothing
    case glassReview
    case hold
    case outlierAnswer
    case personChange
    case relative
    case call
    case handoverTaken
    case attempt
    case referralOwner
    case reviewPeriod
    case namedAccount
    case reallocationWish
    case meeting
    case file
    case comparison
    case outlierStep
    case editionWish
    case newProspect
    case reachedStage
    case withdrawnStage

    /// The form.
    package var shape: Shape {
        switch self {
        case .referral: Component.referralShape
        case .screening: Component.screeningShape
        case .allocation:
            .object([
                Component.on, .needed("team", .code, "The code of a team of the site."),
                .optional("therapist", .code, "The lead therapist; left out while nobody is named."),
            ])
        case .start: .object([Component.on])
        case .phase: .object([Component.on, .needed("phase", .term, "A phase of the model.")])
        case .contact:
            .object([
                Component.on, .needed("mode", .word(ContactMode.self)), .needed("party", .word(ContactParty.self)),
                .optional("minutes", .integer(0...1440), "How long it took; left out when nobody noted it."),
            ])
        case .interview: Component.interviewShape
        case .closing:
            .object([
                Component.on, .needed("reason", .term, "A closure reason of the model."), Component.outcomes,
            ])
        case .followUp:
            .object([
                Component.on, .needed("month", .integer(6...18), "6, 12 or 18 months after closing."),
                .needed("status", .word(FollowUpStatus.self)), Component.outcomes,
            ])
        default:
            treatmentShape ?? summaryShape ?? shapeOfOthers ?? overseeingShape ?? workingDayShape ?? officeShape
                ?? answerShape
        }
    }

    static let on = Shape.Field.needed("on", .day, "The day it happened on, at the site.")
    private static let outcomes = Shape.Field.optional(
        "outcomes", .map(.word(Answer.self)),
        "What was answered of the model's outcomes. One that is left out was not asked, which counts as unknown.")

    static let note = Shape.Field.optional("note", .text(most: 8_000), "Why, in words, which are sealed.")

    private static let referralShape = Shape.object([
        on, .needed("ref", .code, "The site's own reference of the episode, new."),
        .needed("child", .code, "The site's own reference of the child: one on record, or a new one."),
        .needed("model", .term, "The model that the family is referred to."),
        .needed("team", .code, "The team that the family is referred to."),
        .optional("source", .word(ReferralSource.self), "Who referred."),
        .optional(
            "profile", profileShape, "What is known of the child; what is left out is not known."),
    ])

    static let profileShape = Shape.object([
        .optional("birthMonth", .month), .optional("sex", .word(Sex.self)),
        .optional("ethnicity", .text(most: 8), "A code of the jurisdiction's list."),
        .optional("responsibleAuthority", .text(most: 16), "The code of a local authority."),
        .optional("deprivationIndex", .word(DeprivationIndex.self)),
        .optional("deprivationDecile", .integer(1...10)),
    ])

    private static let screeningShape = Shape.object([
        on, .needed("verdict", .word(["accepted", "declined"])),
        .optional("reason", .word(DeclineReason.self), "Why it was declined; only with `declined`."),
        .optional("onward", .word(OnwardService.self), "Where a declined family was sent on to."),
        .optional("answers", .map(.word(Answer.self)), "What was answered of the model's questions of yes and no."),
        .optional("days", .map(.day), "The days of what the model asks the day of."),
    ])

    private static let interviewShape = Shape.object([
        on, .needed("instrument", .term, "An instrument of the model."), .needed("result", .word(InterviewResult.self)),
        .needed("collector", .code, "The code of the member of staff who held it, `call-centre`, or `self-entry`."),
        .optional("respondent", .word(Respondent.self), "Who answered; left out only when nobody did."),
        .optional("score", .share, "The score, when the call centre computed it."),
        .optional(
            "items", .list(.nullable(.integer(0...1)), most: 100),
            "What each item counts, in their order: 1, 0, or null when it was not answered."),
    ])
}
