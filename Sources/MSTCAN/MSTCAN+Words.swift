import Intervention

extension FactKind {
    /// How the family keeps its children safe, in writing.
    static let safetyPlan: FactKind = "safety-plan"
    /// A carer signed the safety plan.
    static let safetyPlanSigned: FactKind = "safety-plan-signed"
    /// A child has a version of the safety plan of its own.
    static let safetyPlanChild: FactKind = "safety-plan-child"
    /// The safety plan went to the social worker.
    static let safetyPlanShared: FactKind = "safety-plan-shared"
    /// The safety plan was looked through.
    static let safetyReview: FactKind = "safety-review"
    /// Abuse or a crisis.
    static let safetyEvent: FactKind = "safety-event"
    /// A need was looked for.
    static let screen: FactKind = "screen"
    /// A sequence that led to force or neglect was analysed.
    static let forceAnalysis: FactKind = "force-analysis"
    /// An intervention was set against an analysed sequence.
    static let forceIntervention: FactKind = "force-intervention"
    /// How well the family talks and solves problems.
    static let skillRating: FactKind = "skill-rating"
    /// A supervisor or the psychiatrist agrees to trauma work.
    static let traumaSignOff: FactKind = "trauma-sign-off"
    /// Somebody is sober for a session.
    static let sobrietyCheck: FactKind = "sobriety-check"
    /// A child lives where nobody harms it.
    static let childSafe: FactKind = "child-safe"
    /// A carer denies what happened.
    static let denial: FactKind = "denial"
    /// The supervisor approved a carer's letter.
    static let letterApproved: FactKind = "letter-approved"
    /// A child is or is not ready to hear the letter.
    static let childReadiness: FactKind = "child-readiness"
    /// The letter was read in the family.
    static let clarificationSession: FactKind = "clarification-session"
    /// How a child took it.
    static let childResponse: FactKind = "child-response"
    /// Substance use was analysed.
    static let useAnalysis: FactKind = "use-analysis"
    /// The written agreement on what happens in a relapse.
    static let relapseAgreement: FactKind = "relapse-agreement"
    /// Tests of a substance are due regularly.
    static let testingSchedule: FactKind = "testing-schedule"
    /// A test.
    static let drugTest: FactKind = "drug-test"
    /// A lapse became known.
    static let lapse: FactKind = "lapse"
    /// A carer left the home after a lapse.
    static let leftHome: FactKind = "left-home"
    /// The team confirms a negative test after a lapse.
    static let clearance: FactKind = "clearance"
    /// A carer came back after a clearance.
    static let returnHome: FactKind = "return-home"
    /// How abstinence is to last.
    static let abstinencePlan: FactKind = "abstinence-plan"
    /// A concern about a child that child protection knows of.
    static let concern: FactKind = "concern"
    /// What child protection does for a child.
    static let protectionStatus: FactKind = "protection-status"
    /// A meeting of the core group.
    static let coreGroup: FactKind = "core-group"
    /// The supervisor asks the psychiatrist to see somebody.
    static let psychiatryReferral: FactKind = "psychiatry-referral"
    /// Where a child lives at the end.
    static let childAtEnd: FactKind = "child-at-end"
}

extension FieldKey {
    static let substance: FieldKey = "substance"
    static let plan: FieldKey = "plan"
    static let by: FieldKey = "by"
    static let level: FieldKey = "level"
    static let test: FieldKey = "test"
    static let stage: FieldKey = "stage"
    static let atHome: FieldKey = "at-home"
}

extension ModuleKey {
    static let substanceUse: ModuleKey = "substance-use"
}

extension TrackerKey {
    static let relapse: TrackerKey = "relapse"
}

extension [SubjectRole] {
    /// Every child of the family.
    static let children: [SubjectRole] = [.index, .sibling]
    /// Every adult who lives with the children.
    static let adults: [SubjectRole] = [.carer, .householdAdult]
}

extension Condition {
    /// A need was found in the person.
    static func found(_ need: ChoiceCode) -> Condition {
        .recorded(FactTest(.screen, [FieldTest(.of, in: [need]), FieldTest(.result, in: ["present"])]))
    }

    /// The family's safety plan is in force.
    static let safetyPlanInForce = Condition.recorded(FactTest(.safetyPlan, whose: .anybody))
}
