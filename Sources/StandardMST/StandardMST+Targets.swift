import Intervention

extension StandardMST {
    /// The aims of the programme (`clinical.md` 6). No verified aim is public for interviewed families and for
    /// referral acceptance.
    static let aims: [IndicatorTarget] = [
        IndicatorTarget(.atHome, .atLeast(.targetAtHome)),
        IndicatorTarget(.inSchoolOrWork, .atLeast(.targetInSchoolOrWork)),
        IndicatorTarget(.noNewArrests, .atLeast(.targetNoNewArrests)),
        IndicatorTarget(.meanAdherence, .atLeast(.targetMeanAdherence)),
        IndicatorTarget(.adherentFamilies, .atLeast(.targetAdherentFamilies)),
        IndicatorTarget(.completed, .atLeast(.targetCompleted)),
        IndicatorTarget(.lackOfEngagement, .below(.targetLackOfEngagement)),
        IndicatorTarget(.placed, .below(.targetPlaced)),
        IndicatorTarget(.lengthOfStay, .between(.targetStayLeast, .targetStayMost)),
    ]
}

extension ParameterKey {
    static let targetAtHome: ParameterKey = "target-at-home"
    static let targetInSchoolOrWork: ParameterKey = "target-in-school-or-work"
    static let targetNoNewArrests: ParameterKey = "target-no-new-arrests"
    static let targetMeanAdherence: ParameterKey = "target-mean-adherence"
    static let targetAdherentFamilies: ParameterKey = "target-adherent-families"
    static let targetCompleted: ParameterKey = "target-completed"
    static let targetLackOfEngagement: ParameterKey = "target-lack-of-engagement"
    static let targetPlaced: ParameterKey = "target-placed"
    static let targetStayLeast: ParameterKey = "target-stay-least"
    static let targetStayMost: ParameterKey = "target-stay-most"
}
