import CivilDate

extension InterventionModel {
    /// What every MST team owes: supervision and consultation each week and a booster each quarter, counted from the day
    /// it opened, while it has families; and the measures by which staff rate those who support them.
    public func usualObligations(
        of team: TeamSituation, with settings: ModelSettings, through day: CivilDate
    ) -> [Obligation] {
        guard let openedOn = team.facts.openedOn else { return [] }
        var obligations: [Obligation] = []
        func add(
            _ kind: ObligationKind, _ interval: RhythmSlots.Interval?, grace: Int, _ sessions: [Dated<TeamSession>]
        ) {
            guard let interval else { return }
            let slots = RhythmSlots(kind: kind, from: openedOn, interval: interval, grace: grace)
            obligations += slots.obligations(meeting: sessions.map(\.on), of: team, through: day)
        }
        add(.supervision, settings.whole(.supervisionEvery).map { .days($0) }, grace: 0, team.facts.supervisions)
        add(.consultation, settings.whole(.consultationEvery).map { .days($0) }, grace: 0, team.facts.consultations)
        add(
            .booster, settings.whole(.boosterEvery).map { .months($0) },
            grace: settings.whole(.boosterGrace) ?? 0, team.facts.boosters
        )
        for measure in StaffMeasureKind.allCases {
            guard let slots = MeasureSlots(measure, of: team.facts, with: settings) else { continue }
            obligations += slots.obligations(of: team, through: day)
        }
        return obligations
    }
}

extension ObligationKind {
    /// The week's supervision.
    public static let supervision: ObligationKind = "supervision"
    /// The week's consultation with the expert.
    public static let consultation: ObligationKind = "consultation"
    /// The quarter's booster.
    public static let booster: ObligationKind = "booster"
    /// The returns of the supervisor adherence measure in a slot.
    public static let supervisorMeasure: ObligationKind = "supervisor-measure"
    /// The returns of the consultant adherence measure in a slot.
    public static let consultantMeasure: ObligationKind = "consultant-measure"
}
