import CivilDate
import Intervention

extension EpisodeStream {
    package static func begin(with event: EpisodeEvent, on day: CivilDate) -> EpisodeFacts? {
        guard case .referred(let referral, _) = event else { return nil }
        return EpisodeFacts(referral: referral, on: day)
    }

    package static func fold(_ event: EpisodeEvent, on day: CivilDate, into facts: inout EpisodeFacts) {
        switch event {
        case .referred, .corrected: break
        case .screened(let screening):
            facts.decision = DatedScreening(on: day, screening: screening)
            facts.phase =
                switch screening.verdict {
                case .accepted: .accepted
                case .declined: .declined
                }
        case .allocated(let allocation): allocate(allocation, on: day, in: &facts)
        case .treatmentStarted(let phase, let setting):
            facts.startedOn = day
            flawEarlierInterviews(in: &facts)
            enter(phase, setting, on: day, in: &facts)
        case .phaseEntered(let phase, let setting): enter(phase, setting, on: day, in: &facts)
        case .stepPlanned(let step):
            facts.plans.append(DatedPlan(on: day, step: step))
            if let last = facts.spells.indices.last { facts.spells[last].plannedUntil = step.plannedOn }
        case .contactRecorded(let contact):
            facts.contacts.insertSorted(DatedContact(on: day, contact: contact, phase: facts.phase)) {
                ($0.on, $0.contact.id) < ($1.on, $1.contact.id)
            }
        case .interviewRecorded(let judged):
            facts.interviews.insertSorted(scored(judged, on: day, in: facts)) {
                ($0.on, $0.interview.id) < ($1.on, $1.interview.id)
            }
        case .closed(let closing, let group, let days):
            if let last = facts.spells.indices.last { facts.spells[last].until = day }
            stopModules(on: day, in: &facts)
            facts.phase = .closed
            facts.closing = DatedClosing(on: day, closing: closing, group: group, interviewExpectedFrom: days)
        case .followedUp(let followUp, let window):
            let isInWindow = facts.closing.flatMap { window?.holds(day, of: followUp.month, after: $0.on) } ?? true
            facts.followUps.insertSorted(DatedFollowUp(on: day, followUp: followUp, isInWindow: isInWindow)) {
                ($0.on, $0.followUp.month) < ($1.on, $1.followUp.month)
            }
        case .participantJoined, .participantLeft, .factRecorded, .factWithdrawn, .moduleStarted, .moduleFinished,
            .moduleCountersigned, .moved:
            foldTreatment(event, on: day, into: &facts)
        }
    }

    /// The interview on its place of the timeline: therapist, team and phase are those of that day.
    private static func scored(
        _ judged: JudgedInterview, on day: CivilDate, in facts: EpisodeFacts
    ) -> ScoredInterview {
        var scored = ScoredInterview(
            on: day, interview: judged.interview, score: judged.score, flaws: judged.flaws,
            threshold: judged.threshold, phase: facts.phase
        )
        guard judged.interview.result == .completed else { return scored }
        if !judged.therapistMayCollect, case .staff(let code) = judged.interview.collector {
            if code == facts.assignment?.therapist {
                scored.add(.collectedByTherapist)
            } else if let team = facts.assignment?.team, judged.collectorTeams.contains(team) {
                scored.add(.collectedByTeamTherapist)
            }
        }
        if judged.unaskedPhases.contains(facts.phase) { scored.add(.respondentNotAsked) }
        return scored
    }

    /// What came before the first session is known only by the session: without one nobody can say so.
    private static func flawEarlierInterviews(in facts: inout EpisodeFacts) {
        for place in facts.interviews.indices where facts.interviews[place].interview.result == .completed {
            facts.interviews[place].add(.beforeTreatment)
        }
    }

    private static func enter(
        _ phase: PhaseID, _ setting: PhaseSetting?, on day: CivilDate, in facts: inout EpisodeFacts
    ) {
        if let last = facts.spells.indices.last { facts.spells[last].until = day }
        facts.spells.append(PhaseSpell(phase: phase, from: day, setting: setting))
        facts.phase = phase
    }

    private static func allocate(_ allocation: Allocation, on day: CivilDate, in facts: inout EpisodeFacts) {
        let assignment = Assignment(from: day, team: allocation.team, therapist: allocation.therapist)
        if let last = facts.assignments.indices.last, facts.assignments[last].from == day {
            facts.assignments[last] = assignment
        } else {
            facts.assignments.append(assignment)
        }
    }
}

extension ScoredInterview {
    fileprivate mutating func add(_ flaw: InterviewFlaw) {
        flaws.append(flaw)
        flaws.sort()
    }
}

extension Array {
    /// Puts an element behind all that do not come after it; almost always at the end.
    mutating func insertSorted(_ element: Element, by precedes: (Element, Element) -> Bool) {
        var place = count
        while place > 0, precedes(element, self[place - 1]) { place -= 1 }
        insert(element, at: place)
    }
}
