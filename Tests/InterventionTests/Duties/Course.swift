import CivilDate
import Intervention
import StandardMST
import Testing

/// A course of treatment that tests shape by hand: days are counted from the first session, 2 March 2026.
struct Course {
    var facts: EpisodeFacts
    let model: any InterventionModel
    let settings: ModelSettings

    /// Day 0 of every course.
    static let firstSession = CivilDate(year: 2026, month: 3, day: 2) ?? CivilDate(dayNumber: 0)

    init(of model: any InterventionModel = StandardMST(), setting own: [ParameterKey: ParameterValue] = [:]) throws {
        self.model = model
        settings = try ModelSettings(of: model, version: SettingsVersion(1), setting: own)
        let referral = Referral(
            child: ChildID(high: 0, low: 1), ref: nil, model: model.id, team: TeamID(high: 0, low: 2))
        facts = EpisodeFacts(referral: referral, on: Course.day(-20))
        facts.startedOn = Course.firstSession
        let first = try #require(model.phases.target(from: .accepted, by: .start))
        facts.phase = first
        facts.spells = [PhaseSpell(phase: first, from: Course.firstSession)]
        record(.consent, on: -20, [.of: .choice(.carerConsent), .answer: .answer(.yes)])
    }

    static func day(_ number: Int) -> CivilDate { firstSession.adding(days: number) }

    mutating func interview(on number: Int, _ result: InterviewResult = .completed, flaws: [InterviewFlaw] = []) throws
    {
        let isCompleted = result == .completed
        let score = isCompleted ? AdherenceScore(billionths: 700_000_000) : nil
        let interview = Interview(
            id: InterviewID(high: 1, low: UInt64(facts.interviews.count)), instrument: "tam-r", result: result,
            collector: .callCentre, respondent: isCompleted ? .mother : nil,
            response: score.map(Interview.Response.score)
        )
        let threshold = AdherenceThreshold(
            score: try #require(AdherenceScore(billionths: 610_000_000)), comparison: .atLeast
        )
        facts.interviews.append(
            ScoredInterview(
                on: Course.day(number), interview: interview, score: score, flaws: flaws, threshold: threshold,
                phase: facts.phase
            )
        )
    }

    mutating func contact(on number: Int, _ mode: ContactMode = .homeVisit) {
        let id = ContactID(high: 2, low: UInt64(facts.contacts.count))
        facts.contacts.append(
            DatedContact(
                on: Course.day(number), contact: Contact(id: id, mode: mode, party: .family), phase: facts.phase
            )
        )
    }

    mutating func close(on number: Int) {
        facts.closing = DatedClosing(
            on: Course.day(number), closing: Closing(reason: .completed), group: .completed,
            interviewExpectedFrom: DayCount(14)
        )
    }

    mutating func followUp(_ month: FollowUpMonth, _ status: FollowUpStatus, on day: CivilDate) {
        facts.followUps.append(DatedFollowUp(on: day, followUp: FollowUp(month: month, status: status)))
    }

    func obligations(_ kind: ObligationKind, through number: Int) -> [Obligation] {
        model.obligations(of: facts, with: settings, through: Course.day(number)).filter { $0.kind == kind }
    }

    func alerts(on number: Int) -> [Alert] { model.alerts(for: facts, with: settings, on: Course.day(number)) }
}
