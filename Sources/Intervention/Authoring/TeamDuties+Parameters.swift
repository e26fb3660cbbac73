/// What the obligations and alerts of a team depend on.
public enum TeamDuties {
    /// The keys of the parameters that count days.
    static let keysOfDays: [ParameterKey] = [
        .supervisionEvery, .consultationEvery, .rhythmGrace, .boosterGrace, .licenceWarning, .rotaAhead,
    ]

    /// The keys of the parameters that count months.
    static let keysOfMonths: [ParameterKey] = [
        .boosterEvery, .supervisorMeasureEvery, .consultantMeasureEvery, .raterInPost, .supervisorTrainedWithin,
    ]

    /// The keys of the intervals that slots are counted by: each is at least 1.
    static let intervals: [ParameterKey] = [
        .supervisionEvery, .consultationEvery, .boosterEvery, .supervisorMeasureEvery, .consultantMeasureEvery,
    ]

    /// The parameters of the usual obligations and alerts of a team.
    public static func parameters() -> [Parameter] { rhythm + measures + watches }

    /// The training that every MST team needs.
    public static func trainings() -> [TrainingRequirement] {
        [
            TrainingRequirement(
                .orientation, "Orientation to MST, 5 days", of: [.therapist, .supervisor], by: .firstCase,
                source: "clinical.md 1.3: five days before taking cases, therapists and supervisors [V]"
            ),
            TrainingRequirement(
                .supervisorOrientation, "Orientation of supervisors, 2 days", of: [.supervisor],
                by: .months(.supervisorTrainedWithin),
                source: "clinical.md 1.3: two further days in the first six months as supervisor [V]"
            ),
        ]
    }

    private static let rhythm: [Parameter] = [
        .days(
            .supervisionEvery, "Team: supervision held every", 7, within: 5...14,
            source: "clinical.md 1.3: weekly group supervision [V]; bounds [I]"
        ),
        .days(
            .consultationEvery, "Team: consultation with the expert held every", 7, within: 5...14,
            source: "clinical.md 1.3: weekly consultation [V]; bounds [I]"
        ),
        .days(
            .rhythmGrace, "Alert: supervision or consultation late after its days by", 3, within: 0...7,
            source: "clinical.md 1.3: ten days with a public holiday, and bounds [I]"
        ),
        .months(
            .boosterEvery, "Team: booster held every", 3, within: 2...6,
            source: "clinical.md 1.3: quarterly [V]; bounds [I]"
        ),
        .days(
            .boosterGrace, "Alert: booster late after its months by", 14, within: 0...60,
            source: "clinical.md 1.3: three calendar months and two weeks, and bounds [I]"
        ),
        .months(
            .supervisorTrainedWithin, "Training: supervisors' orientation within", 6, within: 3...12,
            source: "clinical.md 1.3: in the first six months as supervisor [V]; bounds [I]"
        ),
    ]

    private static let measures: [Parameter] = [
        .months(
            .supervisorMeasureEvery, "Supervisor adherence measure: due every", 2, within: 1...6,
            source: "clinical.md 5.2: every two months [G]; bounds [I]"
        ),
        .months(
            .consultantMeasureEvery, "Consultant adherence measure: due every", 2, within: 1...6,
            source: "clinical.md 5.3: every two months [G]; bounds [I]"
        ),
        .months(
            .raterInPost, "Measures of staff: raters are in post for at least", 1, within: 0...3,
            source: "clinical.md 5.2: one month in post, and bounds [I]"
        ),
    ]

    private static let watches: [Parameter] = [
        .days(
            .licenceWarning, "Alert: licence expires within", 90, within: 30...365,
            source: "clinical.md 1.4: teams work under a licence [V]; how long before, and bounds [I]"
        ),
        .days(
            .rotaAhead, "Alert: on-call rota looked ahead for", 14, within: 7...56,
            source: "clinical.md 1.2: 24 hours, 7 days, by the team's own rota [V]; how far ahead, and bounds [I]"
        ),
    ]
}

extension ParameterKey {
    /// Days from one supervision to the next.
    public static let supervisionEvery: ParameterKey = "supervision-every"
    /// Days from one consultation to the next.
    public static let consultationEvery: ParameterKey = "consultation-every"
    /// Days after which a supervision or consultation that was due is late.
    public static let rhythmGrace: ParameterKey = "rhythm-grace"
    /// Months from one booster to the next.
    public static let boosterEvery: ParameterKey = "booster-every"
    /// Days after which a booster that was due is late.
    public static let boosterGrace: ParameterKey = "booster-grace"
    /// Months in the role by which a supervisor has the supervisors' orientation.
    public static let supervisorTrainedWithin: ParameterKey = "supervisor-trained-within"
    /// Months of one slot of the supervisor adherence measure.
    public static let supervisorMeasureEvery: ParameterKey = "supervisor-measure-every"
    /// Months of one slot of the consultant adherence measure.
    public static let consultantMeasureEvery: ParameterKey = "consultant-measure-every"
    /// Months in post from which somebody rates.
    public static let raterInPost: ParameterKey = "rater-in-post"
    /// Days before its last day from which a licence is about to expire.
    public static let licenceWarning: ParameterKey = "licence-warning"
    /// Days ahead for which the on-call rota is looked at.
    public static let rotaAhead: ParameterKey = "rota-ahead"
}
