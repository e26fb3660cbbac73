import CivilDate
import EpisodeEngine
import Intervention

/// A step that a random history takes.
package enum RandomStep<Stream: EventStream>: Sendable {
    /// Something is recorded.
    case record(Engine.Entry<Stream.Command>)
    /// Something is corrected.
    case correct(Correction<Stream.Command>)
}

/// Random histories that the engine accepts, the same for the same generator: commands are drawn, and what the engine
/// refuses is drawn again.
package struct RandomHistory: Sendable {
    /// The site whose teams take the families on.
    let site: FixtureSite
    /// The rules.
    let rules: Rulebook
    private let today = FixtureWorld.today

    /// Histories of a site under a rulebook.
    package init(site: FixtureSite, rules: Rulebook) {
        self.site = site
        self.rules = rules
    }

    /// A history of an episode: a referral, and as many further steps.
    package func episode(
        of child: ChildID, steps count: Int, corrections: Bool = true, using random: inout SplitMix64
    ) throws -> [RandomStep<EpisodeStream>] {
        let team = try site.team(rules.modelID)
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
                step = .record(Engine.Entry(command(trial, on: on, team: team, using: &random), on: on))
            }
            _ = trial.take(step)
        }
        return trial.steps
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
        _ trial: Trial<EpisodeStream>, on day: CivilDate, team: TeamID, using random: inout SplitMix64
    ) -> EpisodeCommand {
        let facts = trial.history.facts
        if facts?.decision == nil, Bool.random(using: &random) {
            let isAccepted = Int.random(in: 0..<10, using: &random) > 0
            return .screen(Screening(isAccepted ? .accepted : .declined(.notSuitable)))
        }
        if facts?.decision != nil, facts?.startedOn == nil, Bool.random(using: &random) { return .startTreatment }
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<45: return .recordContact(contact(using: &random))
        case 45..<65: return .recordInterview(interview(using: &random))
        case 65..<73:
            return .allocate(Allocation(team: team, therapist: StaffCode("T\(Int.random(in: 1...9, using: &random))")))
        case 73..<80:
            let phase = rules.model.phases.phases.randomElement(using: &random)?.id ?? .accepted
            return .plan(PlannedStep(into: phase, plannedOn: day.adding(days: Int.random(in: 0...90, using: &random))))
        case 80..<88: return .enterPhase(rules.model.phases.phases.randomElement(using: &random)?.id ?? .accepted)
        case 88..<93: return .close(closing(using: &random))
        default:
            let status = FollowUpStatus.allCases.randomElement(using: &random) ?? .unreachable
            return .followUp(
                FollowUp(
                    month: FollowUpMonth.allCases.randomElement(using: &random) ?? .six, status: status,
                    outcomes: status == .collected ? outcomes(using: &random) : [:]
                )
            )
        }
    }
}

/// A history that is tried out on the engine.
struct Trial<Stream: EventStream> where Stream.Event: Correctable {
    let rules: Stream.Rules
    let today: CivilDate
    private(set) var history = History<Stream>()
    private(set) var steps: [RandomStep<Stream>] = []

    init(rules: Stream.Rules, today: CivilDate) {
        self.rules = rules
        self.today = today
    }

    /// Takes a step that the engine accepts; false when it does not.
    mutating func take(_ step: RandomStep<Stream>) -> Bool {
        do throws(Refusal) {
            let decision =
                switch step {
                case .record(let entry):
                    try Engine.decide(entry.command, on: entry.on, after: history, under: rules, today: today)
                case .correct(let correction):
                    try Engine.decide(correction, after: history, under: rules, today: today)
                }
            history.apply(Recorded(seq: history.head.next, occurredOn: decision.occurredOn, event: decision.event))
            steps.append(step)
            return true
        } catch {
            return false
        }
    }
}
