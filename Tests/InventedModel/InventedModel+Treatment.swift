import Intervention

extension InventedModel {
    static let plan = FactDefinition(
        "safety-plan", "Safety plan", .interval, fields: [FactField("text", "Text", .narrative, required: false)],
        source: invention
    )

    static let test = FactDefinition(
        "drug-test", "Drug test", about: [.carer],
        fields: [
            FactField("result", "Result", .choice(["negative", "positive"])),
            FactField("taken", "Taken", .day, required: false),
            FactField("level", "Level", .whole(0...10), required: false),
        ], source: invention
    )

    static let use = FactDefinition(
        "drug-use", "Use", about: [.carer], fields: [FactField("admitted", "Admitted", .answer, required: false)],
        source: invention
    )

    static let clearance = FactDefinition(
        "clearance", "Clearance", about: [.carer],
        fields: [FactField("test", "Test", .link(["drug-test"])), FactField("by", "By", .staff, required: false)],
        source: invention
    )

    static let incident = FactDefinition("incident", "Incident", about: [.family, .index, .sibling], source: invention)

    static let relapse = Tracker(
        "relapse", "Relapse", about: [.carer],
        states: [
            TrackerState("sober", "Sober"), TrackerState("lapse", "Lapse", .warning),
            TrackerState("out-of-home", "Out of home", .urgent), TrackerState("cleared", "Cleared"),
        ],
        start: "sober",
        moves: [
            TrackerMove(from: ["sober", "cleared"], to: "lapse", on: "drug-use"),
            TrackerMove(from: ["lapse"], to: "out-of-home", on: "drug-use"),
            TrackerMove(
                from: ["lapse", "out-of-home"], to: "cleared", on: "clearance",
                guards: [.link("test", [FieldTest("result", in: ["negative"])], sinceEntering: "lapse")]
            ),
        ], source: invention
    )

    static let safety = TreatmentModule(
        "safety", "Safety", need: .always, doneWhen: .recorded(FactTest("safety-plan")), source: invention
    )

    static func trauma(hasThirdGate: Bool) -> TreatmentModule {
        let plan = Gate(
            "plan-in-force", "a safety plan is in force", .hard,
            .recorded(FactTest("safety-plan", whose: .of([.family]))), source: rule
        )
        let sober = Gate(
            "no-lapse", "no lapse lasts", .soft, .not(.tracker("relapse", in: ["lapse", "out-of-home"])),
            source: invention
        )
        let third = Gate(
            "tested", "there is a test", .hard, .recorded(FactTest("drug-test", whose: .of([.carer]))), source: rule
        )
        return TreatmentModule(
            "trauma", "Trauma work", about: [.carer, .index], need: .asAgreed,
            gates: [plan, sober] + (hasThirdGate ? [third] : []), source: invention
        )
    }

    private static let invention = "invented for tests [I]"

    /// A hard gate stands on a stated rule; here it is this file that states it.
    private static let rule = "stated by the invented model [V]"
}
