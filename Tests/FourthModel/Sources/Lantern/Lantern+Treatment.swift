import Intervention

extension Lantern {
    /// The night plan holds until it is replaced; the log is kept week by week.
    static let records = [
        FactDefinition(
            "night-plan", "Night plan", .interval, fields: [FactField("agreed-by", "Agreed by", .staff)],
            source: invented
        ),
        FactDefinition(
            "night-log", "Night log of a week", about: [.index],
            fields: [FactField("nights", "The nights were", .choice(["calm", "disturbed"]))], source: invented
        ),
    ]

    /// How the nights stand, as the last log says.
    static let tracked = [
        Tracker(
            "nights", "Nights", about: [.index],
            states: [
                TrackerState("unknown", "Not known yet"), TrackerState("disturbed", "Disturbed", .warning),
                TrackerState("calm", "Calm"),
            ],
            start: "unknown",
            moves: [
                TrackerMove(
                    from: ["unknown", "calm", "disturbed"], to: "disturbed", on: "night-log",
                    where: [FieldTest("nights", in: ["disturbed"])]
                ),
                TrackerMove(
                    from: ["unknown", "calm", "disturbed"], to: "calm", on: "night-log",
                    where: [FieldTest("nights", in: ["calm"])]
                ),
            ],
            source: invented
        )
    ]

    /// Nobody sits with the child at night before there is a plan; weaning off begins when the nights are calm, or with
    /// a reason.
    static let parts = [
        TreatmentModule(
            "sitting", "Sitting with the child at night", about: [.index], need: .always,
            gates: [
                Gate(
                    "plan", "the night plan is in force", .hard, .recorded(FactTest("night-plan", whose: .anybody)),
                    source: manual
                ),
                Gate("calm", "the nights are calm", .soft, .tracker("nights", in: ["calm"]), source: invented),
            ],
            source: invented
        )
    ]

    /// The plan within days of the first session, and a log every week.
    static let owed = [
        FactDuty("night-plan", "Night plan", fact: "night-plan", due: "night-plan-within", source: invented),
        FactDuty(
            "night-log", "Night log", fact: "night-log", about: [.index], due: "night-log-first",
            every: "night-log-every", source: invented
        ),
    ]
}
