import Accounts
import Intervention

extension Operation {
    /// What waits to be done: referrals, interviews, closings, follow-ups, and the team's telephone at night.
    static let ofWorkingDay: [Operation] = [
        .get(
            .listReferrals, "/sites/{site}/referrals", .showReferrals,
            "Lists the referrals that wait for a decision, a therapist or the first session, the oldest first.", [site],
            answering: .json(.named(.referrals))),
        .get(
            .showReferral, "/sites/{site}/referrals/{episode}", .showReferrals,
            "Shows a referral with what a decision about it stands on: the models, and who has room.",
            [site, episode], answering: .json(.named(.referralSheet)), isTagged: true),
        .get(
            .listInterviewsDue, "/sites/{site}/interviews-due", .showInterviewsDue,
            "Lists the adherence interviews that are owed, with whom to ring and what was tried. It has no scores.",
            [site],
            answering: .json(.named(.interviewsDue))),
        .get(
            .showClosing, "/sites/{site}/episodes/{episode}/closing", .showEpisode,
            "Shows what closing an episode stands on today: reasons, outcomes with what is on record, what is still owed.",
            [site, episode], answering: .json(.named(.closingSheet)), isTagged: true),
        .get(
            .listFollowUpsDue, "/sites/{site}/follow-ups-due", .showEpisode,
            "Lists the follow-ups that are owed after closing, with whom to ring and how often nobody was reached.",
            [site], answering: .json(.named(.followUpsDue))),
        .get(
            .showOnCall, "/sites/{site}/on-call", .showOnCall,
            "Shows who carries the telephones tonight, which families may ring, and the calls since noon yesterday.",
            [site], answering: .json(.named(.onCall))),
        .get(
            .showHandover, "/sites/{site}/on-call/handover", .showOnCall,
            "Shows the calls of a team that nobody has taken over yet, until noon of a day.",
            [
                site, .query("team", .code, "The team; the first of one's own if left out."),
                .query("on", .day, "The day; today at the site if left out."),
            ], answering: .json(.named(.handover)), isJudged: true),
    ]

    /// What is done about it, each once.
    static let workingDay: [Operation] = [
        .post(
            .recordCall, "/sites/{site}/on-call/calls", .recordOnCall,
            "Writes down a call to a team's telephone. What is made is the call.", [site], taking: .call, match: .none,
            answering: .done),
        .post(
            .takeOverCalls, "/sites/{site}/on-call/handovers", .recordOnCall,
            "Notes that the asker read the calls of a night and takes them over. What is told is how many they were.",
            [site], taking: .handoverTaken, match: .none, answering: .done),
        .post(
            .recordAttempt, "/sites/{site}/episodes/{episode}/interview-attempts", .recordInterview,
            "Records an attempt to reach a family for an interview that is owed. What is made is the attempt.",
            [site, episode], taking: .attempt, match: .none, answering: .done),
        .post(
            .giveReferral, "/sites/{site}/referrals/{episode}/owners", .giveReferral,
            "Gives a referral that waits for a decision or a therapist to a member of staff, or takes it back.",
            [site, episode], taking: .referralOwner, match: .none, answering: .done),
        .post(
            .freezeReview, "/sites/{site}/programme-reviews", .freezeReview,
            "Freezes a programme review with its data. What is told is its number.", [site], taking: .reviewPeriod,
            match: .none, answering: .done),
        .post(
            .barAccount, "/sites/{site}/episodes/{episode}/bars", .barPerson,
            "Bars an account from an episode, whatever its roles: its owner knows the family.", [site, episode],
            taking: .namedAccount, match: .none, answering: .done),
        .post(
            .liftBar, "/sites/{site}/episodes/{episode}/bar-ends", .barPerson, "Lifts the bar of an account.",
            [site, episode], taking: .namedAccount, match: .none, answering: .done),
        .post(
            .relateAccount, "/sites/{site}/episodes/{episode}/kin", .barPerson,
            "Notes that the owner of an account is of the family: the site's officer is told who else looks at it.",
            [site, episode], taking: .namedAccount, match: .none, answering: .done),
        .post(
            .endRelation, "/sites/{site}/episodes/{episode}/kin-ends", .barPerson,
            "Notes that the owner of an account is not of the family.", [site, episode], taking: .namedAccount,
            match: .none, answering: .done),
    ]

    /// What is recorded of who people are.
    static let ofPeople: [Operation] = [
        .post(
            .recordPerson, "/sites/{site}/people/{person}", .recordPerson,
            "Records particulars of somebody on record, all or none. The version of whoever nothing is kept of is \"0\".",
            [site, .path("person", .id, "The id of the person; that of a child is the child's.")],
            taking: .personChange, answering: .personWritten),
        .post(
            .recordRelative, "/sites/{site}/children/{child}/relatives", .recordPerson,
            "Records somebody new of a child's family, with their particulars.", [site, child], taking: .relative,
            match: .none, answering: .personWritten),
    ]
}
