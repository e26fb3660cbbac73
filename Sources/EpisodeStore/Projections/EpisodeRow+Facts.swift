import CivilDate
import Intervention
import Postgres
import Vault

extension EpisodeRow {
    init(id: UUIDBytes, facts: EpisodeFacts, pin: ModelEnvelope, lastSeq: Int64) {
        let assignment = facts.assignment
        let closing = facts.closing
        self.init(
            id: id, ref: facts.referral.ref?.text, child: facts.referral.child.bound, model: pin.model.text,
            modelVersion: pin.version.number, settingsVersion: pin.settings.number,
            team: (assignment?.team ?? facts.referral.team).bound, therapist: assignment?.therapist?.text,
            phase: facts.phase.text, decision: (facts.decision?.screening.decision ?? .pending).rawValue,
            declineReason: facts.decision?.screening.declineReason?.rawValue, referredOn: facts.referredOn,
            decidedOn: facts.decision?.on, decidedDayEstimated: facts.decision?.screening.dayIsEstimated ?? false,
            startedOn: facts.startedOn, closedOn: closing?.on, closureReason: closing?.closing.reason.text,
            closureGroup: closing?.group.rawValue, lastSeq: lastSeq
        )
    }
}

extension ContactRow {
    init(episode: UUIDBytes, _ dated: DatedContact) {
        let contact = dated.contact
        self.init(
            episode: episode, id: contact.id.bound, occurredOn: dated.on, mode: contact.mode.rawValue,
            party: contact.party.rawValue, minutes: contact.minutes.map { Int32(clamping: $0.number) },
            phase: dated.phase.text
        )
    }
}

extension InterviewRow {
    init(episode: UUIDBytes, _ scored: ScoredInterview) {
        let interview = scored.interview
        self.init(
            episode: episode, id: interview.id.bound, occurredOn: scored.on, instrument: interview.instrument.text,
            result: interview.result.rawValue, collector: InterviewRow.code(of: interview.collector),
            respondent: interview.respondent?.rawValue, score: scored.score?.billionths, isValid: scored.isValid,
            flaws: scored.flaws.map(\.rawValue), threshold: scored.threshold.score.billionths,
            comparison: scored.threshold.comparison.rawValue, phase: scored.phase.text
        )
    }

    /// The code of a member of staff, or a word for the call centre or for the respondent alone.
    private static func code(of collector: Collector) -> String {
        switch collector {
        case .callCentre: "call-centre"
        case .selfEntry: "self-entry"
        case .staff(let code): code.text
        }
    }
}

extension OutcomeRow {
    /// The answers of one occasion, in the order of the outcomes' keys.
    static func rows(
        of episode: UUIDBytes, anchor: String, _ outcomes: [OutcomeKey: Answer], on day: CivilDate
    ) -> [OutcomeRow] {
        outcomes.sorted { $0.key < $1.key }.map { key, answer in
            OutcomeRow(episode: episode, anchor: anchor, outcome: key.text, answer: answer.rawValue, assessedOn: day)
        }
    }
}

extension FollowUpRow {
    init(episode: UUIDBytes, _ dated: DatedFollowUp) {
        self.init(
            episode: episode, month: Int16(clamping: dated.followUp.month.rawValue), occurredOn: dated.on,
            status: dated.followUp.status.rawValue
        )
    }
}
