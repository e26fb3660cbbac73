import CivilDate
import Intervention

/// What reports may know of an episode, by the facts of the moment: days, codes and numbers.
struct EpisodeFact: Hashable, Sendable {
    /// The version of this form; it rises when a column changes its meaning.
    static let shape: Int16 = 4

    let pin: ModelEnvelope
    let child: ChildID
    let team: TeamID
    let decidedTeam: TeamID?
    let closedTeam: TeamID?
    let source: ReferralSource?
    let profile: Profile
    let referredOn: CivilDate
    let decision: ReferralDecision
    let declineReason: DeclineReason?
    let onward: OnwardService?
    let decidedOn: CivilDate?
    let isDecidedDayEstimated: Bool
    let startedOn: CivilDate?
    /// The last day on which a phase at home followed one that was not; nil when none did.
    let movedHomeOn: CivilDate?
    let closedOn: CivilDate?
    let closureReason: ClosureReasonID?
    let closureGroup: ClosureGroup?
    let stay: DayCount?
    /// Whether the stay was long enough for an interview; nil without a stay.
    let isInterviewExpected: Bool?
    let atHome: Answer?
    let inSchoolOrWork: Answer?
    let noNewArrests: Answer?
    /// Answers at closing to outcomes without a column of their own.
    let furtherAnswers: [OutcomeKey: Answer]
    let followUps: [DatedFollowUp]
    let interviews: Int32
    let scoreSumBillionths: Int64
    let threshold: AdherenceThreshold?
    let isAdherent: Bool?

    init(_ facts: EpisodeFacts, pinnedTo pin: ModelEnvelope) {
        self.pin = pin
        child = facts.referral.child
        team = facts.assignment?.team ?? facts.referral.team
        source = facts.referral.source
        profile = facts.referral.profile
        referredOn = facts.referredOn
        decision = facts.decision?.screening.decision ?? .pending
        declineReason = facts.decision?.screening.declineReason
        onward = facts.decision.flatMap { $0.screening.decision == .declined ? $0.screening.onward : nil }
        decidedOn = facts.decision?.on
        isDecidedDayEstimated = facts.decision?.screening.dayIsEstimated ?? false
        decidedTeam = facts.decision.flatMap { facts.assignment(on: $0.on)?.team }
        startedOn = facts.startedOn
        movedHomeOn = facts.movedHomeOn
        let closing = facts.closing
        closedOn = closing?.on
        closedTeam = closing.flatMap { facts.assignment(on: $0.on)?.team }
        closureReason = closing?.closing.reason
        closureGroup = closing?.group
        stay = facts.stay
        isInterviewExpected = facts.stay.flatMap { stay in closing.map { stay >= $0.interviewExpectedFrom } }
        atHome = closing?.closing.outcomes[.atHome]
        inSchoolOrWork = closing?.closing.outcomes[.inSchoolOrWork]
        noNewArrests = closing?.closing.outcomes[.noNewArrests]
        furtherAnswers = closing?.closing.outcomes.filter { !EpisodeFact.haveColumns.contains($0.key) } ?? [:]
        followUps = facts.followUps
        let valid = facts.validInterviews
        let scores = valid.compactMap(\.score)
        interviews = Int32(clamping: scores.count)
        scoreSumBillionths = scores.reduce(0) { $0 + $1.billionths }
        // Every interview carries the threshold that was in force; the family is judged by its last.
        threshold = valid.last?.threshold
        isAdherent = threshold?.isMet(bySumOf: scores)
    }

    private static let haveColumns: Set<OutcomeKey> = [.atHome, .inSchoolOrWork, .noNewArrests]

    /// Whole months from the month of birth to the month of referral; nil when the birth is not known or lies ahead.
    var ageMonths: Int16? {
        guard let birth = profile.birthMonth else { return nil }
        return Int16(exactly: birth.months(until: referredOn.civilMonth)).flatMap { $0 < 0 ? nil : $0 }
    }
}

extension EpisodeFacts {
    /// The day that the last phase at home began which followed one away from home or between; nil when none did.
    fileprivate var movedHomeOn: CivilDate? {
        var wasAway = false
        var day: CivilDate?
        for spell in spells {
            switch spell.setting {
            case .away, .between: wasAway = true
            case .home:
                if wasAway { day = spell.from }
                wasAway = false
            case nil: break
            }
        }
        return day
    }
}

extension Screening {
    /// Accepted or declined.
    var decision: ReferralDecision {
        switch verdict {
        case .accepted: .accepted
        case .declined: .declined
        }
    }

    /// Why it was declined.
    var declineReason: DeclineReason? {
        switch verdict {
        case .accepted: nil
        case .declined(let reason): reason
        }
    }
}
