import CivilDate
import Intervention
import StandardMST
import Testing

/// A team that tests shape by hand: it opened on Monday, 5 January 2026, which is day 0.
struct TeamAtWork {
    var situation: TeamSituation
    let model: any InterventionModel
    let settings: ModelSettings

    static let opened = CivilDate(year: 2026, month: 1, day: 5) ?? CivilDate(dayNumber: 0)

    init(of model: any InterventionModel = StandardMST(), setting own: [ParameterKey: ParameterValue] = [:]) throws {
        self.model = model
        settings = try ModelSettings(of: model, version: SettingsVersion(1), setting: own)
        let opening = TeamOpening(code: try #require(TeamCode("north")), model: model.id)
        situation = TeamSituation(
            TeamFacts(opening: opening, on: TeamAtWork.opened), familySpells: [FamilySpell(from: TeamAtWork.opened)])
    }

    /// A team with a family, whose sessions are held, whose rota is full and whose licence goes on for years.
    static func inOrder(of model: any InterventionModel = StandardMST(), through number: Int) throws -> TeamAtWork {
        var team = try TeamAtWork(of: model)
        team.situation.unallocated = 1
        for day in stride(from: 2, through: number, by: 7) {
            team.hold(\.supervisions, on: day)
            team.hold(\.consultations, on: day)
        }
        for day in stride(from: 80, through: number, by: 85) { team.hold(\.boosters, on: day) }
        try team.onCall("t-01", -10, through: number + 400)
        try team.license(-30, through: 2_000)
        return team
    }

    static func day(_ number: Int) -> CivilDate { opened.adding(days: number) }

    static func code(_ text: String) throws -> StaffCode { try #require(StaffCode(text)) }

    mutating func hold(
        _ sessions: WritableKeyPath<TeamFacts, [Dated<TeamSession>]>, on number: Int, with staff: [StaffCode] = []
    ) {
        let id = TeamSessionID(high: 1, low: UInt64(situation.facts[keyPath: sessions].count))
        situation.facts[keyPath: sessions].append(Dated(TeamSession(id: id, with: staff), on: TeamAtWork.day(number)))
    }

    mutating func onCall(_ staff: String, _ from: Int, through: Int, set: Int = 0) throws {
        let spell = OnCallSpell(
            try TeamAtWork.code(staff), from: TeamAtWork.day(from), through: TeamAtWork.day(through))
        let rota = Rota([try #require(spell)])
        situation.facts.rotas.append(Dated(try #require(rota), on: TeamAtWork.day(set)))
    }

    mutating func license(_ from: Int, through: Int, agreed: Int? = nil) throws {
        let term = LicenceTerm(from: TeamAtWork.day(from), through: TeamAtWork.day(through))
        situation.facts.licences.append(Dated(try #require(term), on: TeamAtWork.day(agreed ?? from)))
        if situation.facts.stages.isEmpty {
            situation.facts.stages.append(Dated(.readinessReview, on: TeamAtWork.day(from)))
        }
    }

    mutating func employ(
        _ staff: String, as role: StaffRole = .therapist, share: Int = 100, from: Int = 0, through: Int? = nil
    ) throws {
        situation.staff.append(
            StaffPost(
                try TeamAtWork.code(staff), as: role, fte: try #require(FTE(hundredths: share)),
                from: TeamAtWork.day(from), through: through.map(TeamAtWork.day)
            )
        )
    }

    mutating func train(_ staff: String, _ kind: TrainingKind, on number: Int) throws {
        let training = Training(kind, of: try TeamAtWork.code(staff))
        situation.facts.trainings.append(Dated(training, on: TeamAtWork.day(number)))
    }

    mutating func giveBack(_ measure: StaffMeasureKind, slot: Int, on number: Int) {
        let id = MeasureReturnID(high: 2, low: UInt64(situation.facts.returns.count))
        let returned = MeasureReturn(
            id: id, of: measure.instrument, slotFrom: TeamAtWork.day(slot), score: AdherenceScore(decimal: "0.8"))
        situation.facts.returns.append(Dated(returned, on: TeamAtWork.day(number)))
    }

    func obligations(_ kind: ObligationKind, through number: Int) -> [Obligation] {
        model.obligations(of: situation, with: settings, through: TeamAtWork.day(number)).filter { $0.kind == kind }
    }

    func alerts(on number: Int) -> [Alert] {
        model.alerts(for: situation, with: settings, on: TeamAtWork.day(number))
    }
}
