extension Instrument {
    /// The Therapist Adherence Measure, revised: 28 items, asked by telephone each month. Its items are licensed and
    /// not here.
    /// - Parameter respondents: whose answers count under the model.
    public static func tamR(asking respondents: [Respondent]) -> Instrument {
        Instrument(
            .tamR, "Therapist Adherence Measure, revised (TAM-R)", respondents: respondents,
            schedule: AdherenceInterviews.schedule,
            scoring: ItemScoring(items: 28, leastAnswered: .itemsLeastAnswered),
            source: "clinical.md 5.1: 28 items, Lange thesis [V]; primary caregiver [V]"
        )
    }

    /// An invented adherence interview of twelve items, for demonstrations and tests: it needs no licence.
    /// - Parameter respondents: whose answers count under the model.
    public static func demonstration(asking respondents: [Respondent]) -> Instrument {
        Instrument(
            .demonstration, "Demonstration adherence interview (invented)", respondents: respondents,
            schedule: AdherenceInterviews.schedule,
            scoring: ItemScoring(items: 12, leastAnswered: .itemsLeastAnswered),
            source: "invented for demonstrations, after no published instrument [I]"
        )
    }
}

extension InstrumentID {
    /// The Therapist Adherence Measure, revised.
    public static let tamR: InstrumentID = "tam-r"
    /// The invented adherence interview.
    public static let demonstration: InstrumentID = "demo-adherence"
}

extension [Respondent] {
    /// The carers of a child: parents, kin, foster carers and whoever else has the care at home.
    public static let carers: [Respondent] = [.mother, .father, .carer, .kinCarer, .fosterCarer]
}
