import CivilDate
import EpisodeEngine
import Intervention
import StandardMST

/// An episode told command by command, as a site would record it.
struct Tale {
    var history = History<EpisodeStream>()
    var rules: Rulebook
    var today = day("2026-12-31")

    static let child = ChildID(high: 1, low: 1)
    static let team = TeamID(high: 2, low: 1)

    init(_ model: any InterventionModel = StandardMST()) throws {
        rules = try Rulebook(model: model, settings: ModelSettings(of: model, version: SettingsVersion(1)))
    }

    /// An episode in treatment: referred 1 March, accepted 5 March, allocated and started 10 March 2026.
    static func inTreatment(_ model: any InterventionModel = StandardMST()) throws -> Tale {
        var tale = try Tale(model)
        try tale.tell(.refer(tale.referral()), on: "2026-03-01")
        try tale.tell(.screen(Screening(.accepted)), on: "2026-03-05")
        try tale.tell(.allocate(Allocation(team: Tale.team, therapist: StaffCode("T1"))), on: "2026-03-06")
        try tale.tell(.startTreatment, on: "2026-03-10")
        return tale
    }

    func referral() -> Referral {
        Referral(child: Tale.child, ref: EpisodeRef("E-1"), model: rules.modelID, team: Tale.team)
    }

    /// Decides and appends one command.
    @discardableResult
    mutating func tell(_ command: EpisodeCommand, on iso: String) throws(Refusal) -> Decision<EpisodeEvent> {
        let decision = try Engine.decide(command, on: day(iso), after: history, under: rules, today: today)
        append(decision)
        return decision
    }

    /// Decides and appends a correction.
    mutating func correct(_ correction: Correction<EpisodeCommand>) throws(Refusal) {
        append(try Engine.decide(correction, after: history, under: rules, today: today))
    }

    mutating func append(_ decision: Decision<EpisodeEvent>) {
        history.apply(Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event))
    }
}

/// A day that the test's author wrote down rightly.
func day(_ iso: String) -> CivilDate {
    guard let day = CivilDate(iso: iso) else { preconditionFailure("no day: \(iso)") }
    return day
}

func contact(_ number: UInt64) -> Contact {
    Contact(id: ContactID(high: 9, low: number), mode: .homeVisit, party: .family, minutes: Minutes(60))
}

func interview(_ number: UInt64, score: String = "0.7", collector: Collector = .callCentre) -> Interview {
    Interview(
        id: InterviewID(high: 8, low: number), instrument: "tam-r", result: .completed, collector: collector,
        respondent: .mother, response: AdherenceScore(decimal: score).map(Interview.Response.score)
    )
}
