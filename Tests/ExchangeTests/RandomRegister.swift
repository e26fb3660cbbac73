import CivilDate
import Exchange
import Intervention

/// Rows that keep every rule of a register, the same for the same seed.
struct RandomRegister {
    private var random: HostileText
    private let models: [(team: String, model: any InterventionModel)]

    init(seed: Int, models: [(team: String, model: any InterventionModel)]) {
        random = HostileText(seed: UInt64(seed))
        self.models = models
    }

    /// A row for one team's model.
    mutating func row(_ reference: String, team only: String? = nil) -> [RegisterColumn: String] {
        let usable = models.filter { only == nil || $0.team == only }
        guard let (team, model) = usable.randomElement(using: &random) else { return [:] }
        var row: [RegisterColumn: String] = [.episodeRef: reference, .team: team, .model: model.id.text]
        var day = Register.day("2024-01-01").adding(days: number(0...300))
        row[.referredOn] = day.description
        row[.birthMonth] = maybe(day.adding(days: -number(4000...6000)).civilMonth.description)
        row[.childRef] = maybe("C\(reference)")
        row[.householdRef] = maybe("H\(number(1...9))")
        row[.therapist] = maybe("T\(number(1...9))")
        row[.sex] = maybe(Sex.allCases.randomElement(using: &random)?.rawValue)
        row[.ethnicity] = maybe(CodeLists.ethnicity(of: .england).codes.randomElement(using: &random)?.code)
        row[.responsibleAuthority] = maybe("E0800000\(number(1...9))")
        row[.referralSource] = maybe(ReferralSource.allCases.randomElement(using: &random)?.rawValue)
        if chance() {
            row[.deprivationIndex] = "IMD2019"
            row[.deprivationDecile] = maybe("\(number(1...10))")
        }
        let decision = ReferralDecision.allCases.randomElement(using: &random) ?? .accepted
        row[.decision] = decision.rawValue
        guard decision != .pending else { return row }
        if chance() {
            day = day.adding(days: number(0...20))
            row[.decidedOn] = day.description
        }
        guard decision == .accepted else {
            row[.declineReason] = DeclineReason.allCases.randomElement(using: &random)?.rawValue
            row[.onwardService] = maybe(OnwardService.allCases.randomElement(using: &random)?.rawValue)
            return row
        }
        if chance() {
            day = day.adding(days: number(0...20))
            row[.firstSessionOn] = day.description
        }
        guard chance() else { return row }
        row[.closedOn] = day.adding(days: number(0...200)).description
        row[.closureReason] = model.closureReasons.randomElement(using: &random)?.id.text
        for column in [RegisterColumn.atHome, .inSchoolOrWork, .noNewArrests] {
            row[column] = maybe(Answer.allCases.randomElement(using: &random)?.rawValue)
        }
        return row
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func chance() -> Bool { number(1...4) > 1 }

    private mutating func maybe(_ value: String?) -> String? { chance() ? value : nil }
}
