import Intervention

/// What there is to choose from, and how often each is chosen. All of it is assumed: no source tells it.
enum Choices {
    static let sources = Weights<ReferralSource>(
        (.socialCare, 46), (.youthOffending, 14), (.edgeOfCarePanel, 12), (.health, 7), (.education, 6),
        (.thinkFamily, 4), (.pupilReferralUnit, 3), (.police, 2), (.exploitationHub, 2), (.voluntary, 1), (.family, 1),
        (.other, 2)
    )
    static let declining = Weights<DeclineReason>(
        (.notSuitable, 38), (.familyDeclined, 22), (.noCapacity, 14), (.otherService, 9), (.alreadyPlaced, 6),
        (.noCaregiver, 4), (.age, 3), (.outOfArea, 2), (.other, 2)
    )
    static let modes = Weights<ContactMode>(
        (.homeVisit, 52), (.telephone, 17), (.communityVisit, 7), (.schoolVisit, 6), (.meeting, 6), (.video, 4),
        (.onCall, 3), (.message, 2), (.attemptedOnly, 3)
    )
    static let parties = Weights<ContactParty>(
        (.family, 45), (.carer, 27), (.child, 10), (.school, 7), (.socialCare, 6), (.youthOffending, 3), (.police, 1),
        (.other, 1)
    )
    static let partiesAway = Weights<ContactParty>(
        (.family, 28), (.carer, 24), (.child, 18), (.placementStaff, 20), (.socialCare, 6), (.youthOffending, 2),
        (.other, 2)
    )
    static let respondents = Weights<Respondent>(
        (.mother, 68), (.father, 14), (.carer, 8), (.kinCarer, 8), (.fosterCarer, 2)
    )

    /// How many quarters of an hour a contact takes: visits come to about the 60 hours that a course is said to have.
    static func quarters(of mode: ContactMode) -> ClosedRange<Int> {
        switch mode {
        case .homeVisit, .communityVisit: 4...8
        case .schoolVisit, .meeting: 3...6
        case .video, .onCall: 2...5
        case .telephone: 1...2
        case .message, .attemptedOnly: 0...1
        }
    }

    /// How likely an outcome is answered with yes.
    static func yes(_ key: OutcomeKey, _ group: ClosureGroup) -> Double {
        switch key {
        case .atHome:
            group == .placed
                ? 0 : SimulationParameter.atHome.value / (1 - SimulationParameter.placed.value)
        case .inSchoolOrWork: SimulationParameter.inSchoolOrWork.value
        case .noNewArrests: SimulationParameter.noNewArrests.value
        default: SimulationParameter.otherOutcome.value
        }
    }

    /// In how many days a step is written down.
    static func stepDelay(_ dice: inout Dice) -> Int {
        let point = dice.unit()
        return point < 0.75 ? 0 : point < 0.92 ? 1 : point < 0.99 ? 2 : 5
    }

    /// In how many days something is written down that nothing waits for.
    static func noteDelay(_ dice: inout Dice) -> Int {
        let late = SimulationParameter.enteredLate.value
        let point = dice.unit()
        return point < late ? 3 + Int(point / late * 12) : point < late + 0.12 ? 1 : 0
    }
}
