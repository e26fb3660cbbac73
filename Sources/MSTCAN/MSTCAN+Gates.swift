import Intervention

extension MSTCAN {
    static let safetyGate = Gate(
        "safety-plan", "the safety plan is in force", .soft, .safetyPlanInForce,
        source: "uk.md 1.4: the plan is mandatory [V]; that it comes before the module [I]"
    )

    static let adultTraumaGates: [Gate] = [
        safetyGate,
        Gate(
            "sober-for-session", "the person was checked to be sober for the session", .soft,
            .recorded(
                FactTest(.sobrietyCheck, [FieldTest(.answer, in: [.yes])], within: .sobrietyCheckWithin)),
            source: "uk.md 1.4: not intoxicated at the session [I]"
        ),
        Gate(
            "suicide-risk-screened", "the risk of suicide was looked for", .soft,
            .recorded(FactTest(.screen, [FieldTest(.of, in: ["suicide-risk"])])),
            source: "uk.md 1.4: suicide risk screened [I]"
        ),
        Gate(
            "signed-off", "psychiatrist or supervisor agreed", .soft, .recorded(FactTest(.traumaSignOff)),
            source: "uk.md 1.4: sign-off [I]"
        ),
        Gate(
            "stable", "substance misuse, if any, is in treatment and the person sober", .soft, isStable,
            source: "uk.md 1.4: stabilised on reinforcement-based therapy or explicit override [I]"
        ),
    ]

    static let childTraumaGates: [Gate] = [
        Gate(
            "child-safe", "the child lives where nobody harms it", .soft,
            .recorded(FactTest(.childSafe, [FieldTest(.answer, in: [.yes])])),
            source: "uk.md 1.4: in a physically safe placement [I]"
        ),
        Gate(
            "no-denial", "no carer denies the abuse", .soft,
            .not(.recorded(FactTest(.denial, whose: .of([.carer])))),
            source: "uk.md 1.4: carer not denying the abuse [I]"
        ),
    ]

    static let substanceGates: [Gate] = [
        Gate(
            "use-analysed", "the use was analysed", .soft, .recorded(FactTest(.useAnalysis)),
            source: "uk.md 1.4: functional assessment of use done [I]"
        ),
        Gate(
            "relapse-agreement", "the relapse and safety agreement is signed", .hard,
            .recorded(FactTest(.relapseAgreement)),
            source: "uk.md 1.4: agreed in advance what happens in a relapse, MST-BSF [V]"
        ),
        Gate(
            "testing-schedule", "a testing schedule is set", .soft, .recorded(FactTest(.testingSchedule)),
            source: "uk.md 1.4: testing schedule set [I]"
        ),
    ]

    static let clarificationGates: [Gate] = [
        safetyGate,
        Gate(
            "letter-approved", "the supervisor approved the carer's letter", .soft,
            .recorded(FactTest(.letterApproved)), source: "uk.md 1.4: draft letter approved [I]"
        ),
        Gate(
            "child-ready", "the readiness of a child is on record", .soft,
            .recorded(FactTest(.childReadiness, [FieldTest(.answer, in: [.yes])], whose: .of(.children))),
            source: "uk.md 1.4: child readiness recorded [I]"
        ),
        Gate(
            "sober", "the carer is not in a relapse", .soft, isSober,
            source: "uk.md 1.4: if substance misuse, then not currently relapsed [I]"
        ),
        Gate(
            "no-denial", "the carer does not deny the abuse", .soft, .not(.recorded(FactTest(.denial))),
            source: "uk.md 1.4: no open denial [I]"
        ),
    ]

    /// The symptoms were measured again.
    static let isMeasuredAgain = Condition.recorded(
        FactTest(.screen, [FieldTest(.of, in: ["trauma"]), FieldTest(.stage, in: ["repeated"])])
    )
}
