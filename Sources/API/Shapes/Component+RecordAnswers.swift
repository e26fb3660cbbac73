import Intervention

extension Component {
    /// The form of what is shown of the record; nil for everything else.
    var recordAnswerShape: Shape? {
        switch self {
        case .child: Component.childShape
        case .team: Component.teamRecordShape
        case .events: Component.eventsShape
        case .facts: Component.factsShape
        case .movePreview: Component.movePreviewShape
        case .person: Component.personShape
        case .people:
            .object([
                .needed("isCut", .boolean, "Whether there were more."),
                .needed(
                    "people",
                    .list(
                        .object(
                            [
                                .needed("id", .id), .needed("isChild", .boolean),
                                .needed("children", .list(.code, most: 1_000)),
                            ]
                                + Component.particulars), most: 200)),
            ])
        case .eligibility: Component.eligibilityShape
        case .measures: Component.measuresShape
        default: nil
        }
    }

    private static let childShape = Shape.object([
        .needed("id", .id), .needed("ref", .nullable(.code)), version,
        .needed(
            "placements",
            spells([
                .needed("id", .id), .needed("setting", .word(PlacementSetting.self)),
                .needed("reason", .nullable(.word(PlacementReason.self))),
                .needed("endReason", .nullable(.word(PlacementReason.self))),
            ])),
        .needed("provision", spells([.needed("id", .id), .needed("kind", .word(ProvisionKind.self))])),
        .needed(
            "households",
            .list(.object([.needed("from", .day), .needed("household", .nullable(.code))]), most: 10_000)),
        .needed(
            "schooling",
            .list(.object([.needed("from", .day), .needed("status", .word(SchoolStatus.self))]), most: 10_000)),
        .needed(
            "offences",
            .list(
                .object([.needed("id", .id), .needed("on", .day), .needed("kind", .word(OffenceKind.self))]),
                most: 10_000)
        ),
        .needed(
            "death", .nullable(.object([.needed("on", .day), .needed("dayIsEstimated", .boolean)]))),
    ])

    /// Spells, half-open: `until` is the first day without.
    private static func spells(_ fields: [Shape.Field]) -> Shape {
        .list(
            .object(fields + [.needed("from", .day), .needed("until", .nullable(.day), "The first day without.")]),
            most: 10_000)
    }

    private static let teamRecordShape = Shape.object([
        .needed("code", .code), version,
        .needed(
            "sessions",
            .list(
                .object([
                    .needed("id", .id), .needed("on", .day),
                    .needed("kind", .word(["supervision", "consultation", "booster"])),
                    .needed("staff", .list(.code, most: 200)),
                    .needed(
                        "episodes", .list(.nullable(.code), most: 500), "Null for one that the asker does not reach."),
                ]), most: 100_000)),
        .needed(
            "trainings",
            .list(
                .object([.needed("on", .day), .needed("staff", .code), .needed("kind", .term)]), most: 100_000)),
        .needed(
            "onCall",
            .list(
                .object([.needed("staff", .code), .needed("from", .day), .needed("through", .day)]), most: 100_000)),
        .needed(
            "briefings",
            .list(
                .object([
                    .needed("id", .id), .needed("on", .day), .needed("ref", .nullable(.code)),
                    .needed("audience", .word(BriefingAudience.self)), .needed("attended", count),
                ]), most: 100_000)),
        .needed(
            "licences",
            .list(.object([.needed("on", .day), .needed("from", .day), .needed("through", .day)]), most: 1_000)),
        .needed(
            "stages", .list(.object([.needed("on", .day), .needed("stage", .word(SiteStage.self))]), most: 1_000)),
    ])

    private static let eventsShape = Shape.object([
        version,
        .needed(
            "events",
            .list(
                .object([
                    .needed("seq", .integer(1...Int(Int32.max)), "What a correction calls it."), .needed("on", .day),
                    .needed("event", .text(most: 100), "What it records."),
                    .needed("says", .anything, "What it says, in the record's own form."),
                    .needed("isWithdrawn", .boolean),
                ]), most: 1_000_000)),
    ])

    private static let subject = Shape.either([.word(["family", "index"]), .id])

    private static let factsShape = Shape.object([
        .needed("id", .id), version,
        .needed(
            "facts",
            .list(
                .object([
                    .needed("id", .id), .needed("kind", .term), .needed("about", subject), .needed("from", .day),
                    .needed("until", .nullable(.day)), .needed("phase", .term),
                    .needed(
                        "fields",
                        .map(.nullable(.either([.text(most: 100_000), .integer(Int(Int32.min)...Int(Int32.max))]))),
                        "As they are recorded; null for a text that was erased or that the asker does not see."),
                ]), most: 100_000)),
        .needed(
            "participants",
            spells([
                .needed("id", .id), .needed("role", .word(SubjectRole.self)), .needed("child", .nullable(.id)),
            ])),
        .needed(
            "modules",
            spells([
                .needed("run", .id), .needed("module", .term), .needed("about", subject),
                .needed("ending", .nullable(.word(ModuleFinish.Ending.self))),
                .needed("unmet", .list(.term, most: 100), "The soft gates that were not met when it began."),
                .needed("because", .nullable(.word(GateOverride.Reason.self))),
                .needed("note", .nullable(.text(most: 100_000))),
                .needed(
                    "countersigned", .nullable(.object([.needed("by", .code), .needed("on", .day)]))),
            ])),
    ])

    private static let movePreviewShape = Shape.object([
        .needed("shown", .text(most: 100), "Names what was shown: the move asks for it."), version,
        .needed("from", envelope), .needed("to", envelope), .needed("on", .day),
        .needed(
            "differences",
            .list(
                .object([
                    .needed("key", .term), .needed("before", .nullable(.text(most: 200))),
                    .needed("after", .nullable(.text(most: 200))),
                ]), most: 10_000)),
        .needed("obligationsGone", .list(due, most: 10_000)), .needed("obligationsNew", .list(due, most: 10_000)),
        .needed("alertsGone", .list(.text(most: 2_000), most: 10_000)),
        .needed("alertsNew", .list(.text(most: 2_000), most: 10_000)),
        .needed(
            "misfits", .list(.integer(1...Int(Int32.max)), most: 100_000),
            "The events that stand in the way; none if empty."),
    ])

    private static let envelope = Shape.object([
        .needed("modelVersion", count), .needed("settingsVersion", count),
    ])
    private static let due = Shape.object([.needed("kind", .text(most: 100)), .needed("dueOn", .day)])

    /// What is kept of who somebody is.
    static let particularNames = ["name", "otherName", "birthDate", "telephone", "email", "nhsNumber", "upn"]

    private static let particulars: [Shape.Field] = particularNames.map { .needed($0, .nullable(.text(most: 500))) }

    private static let personShape = Shape.object(
        [.needed("id", .id), .needed("ref", .nullable(.code))] + particulars + [
            .needed(
                "addresses",
                .list(
                    .object([
                        .needed("address", .nullable(.text(most: 500)), "Null where it must not be told."),
                        .needed("isSensitive", .boolean), .needed("from", .nullable(.day)),
                        .needed("until", .nullable(.day)),
                    ]), most: 1_000)),
            .needed(
                "relatives",
                .list(
                    .object([
                        .needed("id", .id), .needed("name", .nullable(.text(most: 500))),
                        .needed("kinship", .text(most: 100)), .needed("isChild", .boolean),
                    ]), most: 1_000)),
        ])

    private static let eligibilityShape = Shape.object([
        .needed(
            "models",
            .list(
                .object([
                    .needed("model", .term), .needed("verdict", .word(Eligibility.Verdict.self)),
                    .needed(
                        "reasons",
                        .list(
                            .object([
                                .needed("code", .text(most: 200)), .needed("verdict", .word(Eligibility.Verdict.self)),
                                .needed("sentence", .text(most: 4_000)),
                                .needed("source", .nullable(.text(most: 4_000))),
                            ]), most: 1_000)),
                ]), most: 1_000))
    ])

    private static let measuresShape = Shape.object([
        .needed("team", .code), .needed("least", count, "From how many raters on there is a figure."),
        .needed(
            "slots",
            .list(
                .object([
                    .needed("measure", .term), .needed("about", .nullable(.code)), .needed("from", .day),
                    .needed("raters", .nullable(count)), .needed("figure", figure),
                    .needed(
                        "sections", .list(.object([.needed("section", .term), .needed("figure", figure)]), most: 1_000)),
                ]), most: 10_000)),
    ])

    private static let figure = Shape.nullable(
        .one([.optional("mean", .share), .optional("atMost", .share), .optional("atLeast", .share)]))
}
