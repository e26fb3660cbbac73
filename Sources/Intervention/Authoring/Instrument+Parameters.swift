extension Instrument {
    /// The Therapist Adherence Measure, revised: 28 items, asked by telephone each month. Its items are licensed and
    /// not here.
    /// - Parameters:
    ///   - respondents: whose answers count under the model.
    ///   - phases: whose answers count while in a phase, where that is fewer.
    public static func tamR(
        asking respondents: [Respondent], in phases: [PhaseID: [Respondent]] = [:]
    ) -> Instrument {
        Instrument(
            .tamR, "Therapist Adherence Measure, revised (TAM-R)", respondents: respondents,
            respondentsByPhase: phases,
            schedule: AdherenceInterviews.schedule,
            scoring: ItemScoring(items: 28, leastAnswered: .itemsLeastAnswered),
            source: "clinical.md 5.1: 28 items, Lange thesis [V]; primary caregiver [V]"
        )
    }

    /// An invented adherence interview of twelve items, for demonstrations and tests: it needs no licence.
    /// - Parameters:
    ///   - respondents: whose answers count under the model.
    ///   - phases: whose answers count while in a phase, where that is fewer.
    public static func demonstration(
        asking respondents: [Respondent], in phases: [PhaseID: [Respondent]] = [:]
    ) -> Instrument {
        Instrument(
            .demonstration, "Demonstration adherence interview (invented)", respondents: respondents,
            respondentsByPhase: phases,
            schedule: AdherenceInterviews.schedule,
            scoring: ItemScoring(items: 12, leastAnswered: .itemsLeastAnswered),
            source: "invented for demonstrations, after no published instrument [I]"
        )
    }

    /// The adherence measure of MST-CAN, an instrument of its own. How many items it has is not public, so its licence
    /// holder loads them.
    /// - Parameter respondents: whose answers count under the model.
    public static func tamCAN(asking respondents: [Respondent]) -> Instrument {
        Instrument(
            .tamCAN, "Therapist Adherence Measure for MST-CAN", respondents: respondents,
            schedule: AdherenceInterviews.schedule,
            scoring: ItemScoring(items: nil, leastAnswered: .itemsLeastAnswered),
            source: "uk.md 1.5: monthly, mstcan.com [V]; its items are not public [X]"
        )
    }

    /// The Strengths and Difficulties Questionnaire: 25 items, scored by their numbers.
    /// - Parameter respondents: whose answers count under the model.
    public static func sdq(asking respondents: [Respondent]) -> Instrument {
        Instrument(
            .sdq, "Strengths and Difficulties Questionnaire (SDQ)", measures: .difficulties, respondents: respondents,
            therapistMayCollect: true, schedule: nil,
            scoring: ItemScoring(items: SDQ.definition.items.count, leastAnswered: nil),
            source: "uk.md 6.9: five scales of five items, and their scoring [V]"
        )
    }

    /// The Supervisor Adherence Measure: 43 items, filled in by the therapists about their supervisor.
    public static let supervisorMeasure = Instrument(
        .supervisorMeasure, "Supervisor Adherence Measure (SAM)", measures: .supervision, respondents: [],
        therapistMayCollect: true, schedule: nil, scoring: ItemScoring(items: 43, leastAnswered: nil),
        source: "clinical.md 5.2: rated by therapists [V]; 43 items in four scales, every two months [G]"
    )

    /// The Consultant Adherence Measure: 23 items, filled in by therapists and supervisor about the consultant.
    public static let consultantMeasure = Instrument(
        .consultantMeasure, "Consultant Adherence Measure (CAM)", measures: .consultation, respondents: [],
        therapistMayCollect: true, schedule: nil, scoring: ItemScoring(items: 23, leastAnswered: nil),
        source: "clinical.md 5.3: rated by therapists and supervisor [V]; 23 items, every two months [G]"
    )
}

extension InstrumentID {
    /// The Therapist Adherence Measure, revised.
    public static let tamR: InstrumentID = "tam-r"
    /// The adherence measure of MST-CAN.
    public static let tamCAN: InstrumentID = "tam-can"
    /// The Strengths and Difficulties Questionnaire.
    public static let sdq: InstrumentID = "sdq"
    /// The Supervisor Adherence Measure.
    public static let supervisorMeasure: InstrumentID = "sam"
    /// The Consultant Adherence Measure.
    public static let consultantMeasure: InstrumentID = "cam"
    /// The invented adherence interview.
    public static let demonstration: InstrumentID = "demo-adherence"
}

extension [Respondent] {
    /// The carers of a child: parents, kin, foster carers and whoever else has the care at home.
    public static let carers: [Respondent] = [.mother, .father, .carer, .kinCarer, .fosterCarer]
}
