extension SimulationParameter {
    // Who is referred and what is decided.
    static let declined = Self("referrals-declined", 0.364, .share, "thelancet.com, START 2018: 684 of 1,076 went on")
    static let decisionAfter = Self("days-to-decision", 10, .days, assumed)
    static let allocationAfter = Self("days-to-allocation", 4, .days, assumed)
    static let startAfter = Self("days-to-first-session", 10, .days, assumed)
    static let neverStarted = Self("accepted-never-started", 0.03, .share, assumed)
    static let twoChildren = Self("families-with-two-children", 0.07, .share, assumed)
    static let referredAgain = Self("children-referred-again", 0.05, .share, assumed)
    static let boys = Self("boys", 0.7, .share, assumed)

    // How treatment ends.
    static let completed = Self("completed", 0.878, .share, network)
    static let lackOfEngagement = Self("lack-of-engagement", 0.044, .share, network)
    static let placed = Self("placed", 0.078, .share, network)
    static let notCounted = Self("closed-without-opportunity", 0.06, .share, assumed)
    static let staySpread = Self("stay-spread", 0.22, .share, "assumed, for a range as in slideplayer.com 14117032")
    static let shortened = Self("stay-if-not-completed", 0.7, .share, assumed)
    static let atHome = Self("at-home", 0.905, .share, network)
    static let inSchoolOrWork = Self("in-school-or-work", 0.856, .share, network)
    static let noNewArrests = Self("no-new-arrests", 0.864, .share, network)
    static let otherOutcome = Self("any-other-outcome", 0.85, .share, assumed)
    static let unknownAnswer = Self("unknown-answers", 0.04, .share, assumed)
    static let unknownWithoutOpportunity = Self("unknown-without-opportunity", 0.3, .share, assumed)

    // What is done meanwhile.
    static let contactsEarly = Self("contacts-weeks-1-to-6", 2.6, .perWeek, "cfecfw.asn.au, OzChild: 2 to 3")
    static let contactsMiddle = Self("contacts-weeks-7-to-14", 2.0, .perWeek, "cfecfw.asn.au, OzChild: 2 to 3")
    static let contactsLate = Self(
        "contacts-from-week-15", 0.9, .perWeek, "assumed; tapering as in oklahoma.gov OAC 317:30-5-241.8")
    static let reallocated = Self("therapist-changes", 0.12, .share, assumed)
    static let unplannedPhase = Self("phase-without-plan", 28, .days, assumed)
    static let slipped = Self("planned-steps-moved", 0.25, .share, assumed)
    static let setBack = Self("steps-taken-back", 0.1, .share, assumed)

    // Adherence.
    static let interviewsCollected = Self("interviews-completed", 0.75, .share, assumed)
    static let interviewsRefused = Self("interviews-refused", 0.07, .share, assumed)
    static let interviewsLate = Self("interviews-late", 0.1, .share, assumed)
    static let interviewsFlawed = Self("interviews-that-do-not-count", 0.05, .share, assumed)
    static let adherence = Self("adherence-mean", 0.76, .score, network)
    static let adherentFamilies = Self("families-at-threshold", 0.763, .share, network)

    // Social care and what comes after.
    static let provisionBefore = Self("provision-two-years-before", 0.91, .share, essex)
    static let provisionAfter = Self("provision-year-after", 0.55, .share, essex)
    static let placedBefore = Self("placed-before-referral", 0.1, .share, assumed)
    static let followedUp = Self("follow-ups-collected", 0.6, .share, assumed)
    static let followUpRefused = Self("follow-ups-refused", 0.1, .share, assumed)
    static let atHomeLater = Self(
        "at-home-at-follow-up", 0.87, .share, "thelancet.com, START 2018: 13% placed at 18 months")

    // How it is recorded, and how sites differ.
    static let enteredLate = Self("entered-days-later", 0.04, .share, assumed)
    static let corrected = Self("courses-corrected", 0.04, .share, assumed)
    static let fullCourse = Self("events-of-a-completed-course", 60, .events, assumed)
    static let siteCompletion = Self("sites-differ-in-completion", 0.06, .points, assumed)
    static let siteAdherence = Self("sites-differ-in-adherence", 0.1, .points, assumed)
    static let siteDeclining = Self("sites-differ-in-declining", 0.12, .points, assumed)
    static let siteStay = Self("sites-differ-in-stay", 0.1, .points, assumed)

    /// What is the same for every model, in the order in which it is printed.
    package static let common: [SimulationParameter] = [
        declined, decisionAfter, allocationAfter, startAfter, neverStarted, twoChildren, referredAgain, boys,
        completed, lackOfEngagement, placed, notCounted, staySpread, shortened, atHome, inSchoolOrWork, noNewArrests,
        otherOutcome, unknownAnswer, unknownWithoutOpportunity, contactsEarly, contactsMiddle, contactsLate,
        reallocated, unplannedPhase, slipped, setBack, interviewsCollected, interviewsRefused, interviewsLate,
        interviewsFlawed, adherence, adherentFamilies, provisionBefore, provisionAfter, placedBefore, followedUp,
        followUpRefused, atHomeLater, enteredLate, corrected, fullCourse, siteCompletion, siteAdherence,
        siteDeclining, siteStay,
    ]

    private static let assumed = "assumed"
    private static let network = "csi-online.org, MST Outcomes: the network's average"
    private static let essex = "mstuk.org, evaluation of Essex, July 2019: 302 young people"
}
