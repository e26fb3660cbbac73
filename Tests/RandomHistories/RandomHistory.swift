import CivilDate
import EpisodeEngine
import Intervention

/// Random histories that the engine accepts, the same for the same generator: commands are drawn, and what the engine
/// refuses is drawn again.
package struct RandomHistory: Sendable {
    /// The rules.
    package let rules: Rulebook
    private let team: TeamID
    private let today: CivilDate
    let definitions: [FactDefinition]
    let parts: [TreatmentModule]

    /// Histories of families of a team under a rulebook, until a day.
    package init(of team: TeamID, under rules: Rulebook, today: CivilDate) {
        self.team = team
        self.rules = rules
        self.today = today
        definitions = rules.model.facts
        parts = rules.model.modules
    }

    /// The steps of a history of an episode: a referral, and as many further ones.
    package func episode(
        of child: ChildID, steps count: Int, corrections: Bool = true, using random: inout SplitMix64
    ) -> [RandomStep<EpisodeStream>] {
        trial(of: child, steps: count, corrections: corrections, using: &random).steps
    }

    /// A history of an episode: a referral, and as many further steps.
    /// - Parameter ends: whether it may end.
    package func trial(
        of child: ChildID, steps count: Int, corrections: Bool = true, ends: Bool = true,
        using random: inout SplitMix64
    ) -> Trial<EpisodeStream> {
        var day = today.adding(days: -Int.random(in: 500...1500, using: &random))
        let referral = Referral(
            child: child, ref: EpisodeRef("E\(random.next() % 1_000_000_000_000)"), model: rules.modelID, team: team,
            source: ReferralSource.allCases.randomElement(using: &random), profile: profile(day, using: &random)
        )
        var trial = Trial<EpisodeStream>(rules: rules, today: today)
        _ = trial.take(.record(Engine.Entry(.refer(referral), on: day)))
        for _ in 0..<count {
            let step: RandomStep<EpisodeStream>
            let isCorrection = corrections && Int.random(in: 0..<8, using: &random) == 0
            if isCorrection, let correction = correction(trial, using: &random) {
                step = .correct(correction)
            } else {
                let isLate = Int.random(in: 0..<6, using: &random) == 0
                if !isLate { day = min(day.adding(days: Int.random(in: 0...12, using: &random)), today) }
                let on = isLate ? day.adding(days: -Int.random(in: 0...30, using: &random)) : day
                step = .record(Engine.Entry(command(trial, on: on, ends: ends, using: &random), on: on))
            }
            _ = trial.take(step)
        }
        return trial
    }

    /// A history of a child: the registration, and as many further steps.
    package func child(steps count: Int, using random: inout SplitMix64) -> [RandomStep<ChildStream>] {
        var day = today.adding(days: -Int.random(in: 500...1500, using: &random))
        var trial = Trial<ChildStream>(rules: NoRules(), today: today)
        let ref = ChildRef("C\(random.next() % 1_000_000_000_000)")
        _ = trial.take(.record(Engine.Entry(.register(ref), on: day)))
        for _ in 0..<count {
            day = min(day.adding(days: Int.random(in: 0...40, using: &random)), today)
            _ = trial.take(.record(Engine.Entry(childCommand(trial, using: &random), on: day)))
        }
        // From a copy, so that a death changes nothing of what is drawn after it.
        var own = random
        if Int.random(in: 0..<4, using: &own) == 0 {
            let death = Death(dayIsEstimated: Bool.random(using: &own))
            _ = trial.take(.record(Engine.Entry(.recordDeath(death), on: day)))
        }
        return trial.steps
    }

    private func profile(_ day: CivilDate, using random: inout SplitMix64) -> Profile {
        Profile(
            birthMonth: Bool.random(using: &random)
                ? day.civilMonth.adding(months: -Int.random(in: 120...215, using: &random)) : nil,
            sex: Sex.allCases.randomElement(using: &random), ethnicity: EthnicityCode("WBRI"),
            responsibleAuthority: AuthorityCode("E09000001"), deprivationIndex: .imd2019,
            deprivationDecile: DeprivationDecile(Int.random(in: 1...10, using: &random))
        )
    }

    private func command(
        _ trial: Trial<EpisodeStream>, on day: CivilDate, ends: Bool, using random: inout SplitMix64
    ) -> EpisodeCommand {
        let facts = trial.history.facts
        if facts?.decision == nil, Bool.random(using: &random) {
            let isAccepted = !ends || Int.random(in: 0..<10, using: &random) > 0
            return .screen(Screening(isAccepted ? .accepted : .declined(.notSuitable)))
        }
        if facts?.decision != nil, facts?.startedOn == nil, Bool.random(using: &random) { return .startTreatment }
        if facts?.closing != nil, Bool.random(using: &random) { return .followUp(followUp(using: &random)) }
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<8: return participation(trial, using: &random)
        case 8..<33:
            return fact(trial, on: day, using: &random) ?? .recordContact(contact(using: &random))
        case 33..<45:
            return module(trial, on: day, using: &random) ?? .recordContact(contact(using: &random))
        case 45..<60: return .recordInterview(interview(using: &random))
        case 60..<66:
            return .allocate(Allocation(team: team, therapist: StaffCode("T\(Int.random(in: 1...9, using: &random))")))
        case 66..<72: return .plan(PlannedStep(into: phase(using: &random), plannedOn: later(day, using: &random)))
        case 72..<80: return .enterPhase(phase(using: &random))
        case 80..<83 where ends: return .close(closing(using: &random))
        default: return .recordContact(contact(using: &random))
        }
    }

    private func phase(using random: inout SplitMix64) -> PhaseID {
        rules.model.phases.phases.randomElement(using: &random)?.id ?? .accepted
    }

    private func later(_ day: CivilDate, using random: inout SplitMix64) -> CivilDate {
        day.adding(days: Int.random(in: 0...90, using: &random))
    }

    private func followUp(using random: inout SplitMix64) -> FollowUp {
        let status = FollowUpStatus.allCases.randomElement(using: &random) ?? .unreachable
        return FollowUp(
            month: FollowUpMonth.allCases.randomElement(using: &random) ?? .six, status: status,
            outcomes: status == .collected ? outcomes(using: &random) : [:]
        )
    }
}
