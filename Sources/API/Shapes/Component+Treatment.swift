import Intervention

extension Component {
    /// The form of what is recorded of treatment and of what was recorded wrongly; nil for everything else.
    var treatmentShape: Shape? {
        switch self {
        case .plan:
            .object([
                Component.on, .needed("phase", .term, "The phase to be entered."),
                .needed("plannedOn", .day, "The day it is planned for; planning anew moves it."),
            ])
        case .participant:
            .object([
                .needed("on", .day, "The first day."),
                .needed("role", .word(SubjectRole.allCases.filter(\.isAdded).map(\.rawValue))),
                .optional("child", Component.naming, "A child of the site, by the site's reference or the id."),
            ])
        case .leaving:
            .object([.needed("on", .day, "The first day without."), .needed("participant", .id)])
        case .fact: Component.factShape
        case .factWithdrawal:
            .object([.needed("on", .day, "The first day on which it no longer holds."), .needed("fact", .id)])
        case .moduleStart:
            .object([
                Component.on, .needed("module", .term, "A module of the model."), Component.about,
                .optional("because", .word(GateOverride.Reason.self), "Why it begins although a soft gate is not met."),
                Component.note,
            ])
        case .moduleFinish:
            .object([Component.on, .needed("run", .id), .needed("ending", .word(ModuleFinish.Ending.self))])
        case .countersignature: .object([Component.on, .needed("run", .id, "The module as it is delivered.")])
        case .correction: Component.correction(of: Component.ofEpisode)
        case .move:
            .object([
                .needed("because", .word(ModelMove.Reason.self)),
                .optional("modelVersion", count32, "The version of the model; the newest if left out."),
                .optional(
                    "settingsVersion", count32, "The version of the site's settings; those in force if left out."),
                Component.note, .needed("shown", .text(most: 100), "The token of the preview."),
            ])
        default: nil
        }
    }

    private var count32: Shape { .integer(1...Int(Int32.max)) }

    /// A child, by the site's reference or the id.
    static let naming = Shape.either([.code, .id])

    private static let about = Shape.Field.optional(
        "about", .either([.word(["family", "index"]), .id]),
        "Whom it is about: the family, the child, or somebody who takes part; the family if left out.")

    private static let factShape = Shape.object([
        .needed("on", .day, "The day it happened on, or from which on it holds."),
        .needed("kind", .term, "A kind of fact of the model: `GET /models/{model}` lists them with their fields."),
        about,
        .needed(
            "fields", .map(.either([.text(most: 8_000), .integer(Int(Int32.min)...Int(Int32.max))])),
            "What is said of each field, as the model defines it: a word of its list, yes, no or unknown, a whole number, a "
                + "day, a code of staff, the id of another fact, or a text, which is sealed."),
    ])

    /// What of an episode can stand in the place of an event, by the name of its form.
    private static let ofEpisode: [(String, Component)] = [
        ("referral", .referral), ("screening", .screening), ("allocation", .allocation), ("start", .start),
        ("phase", .phase), ("plan", .plan), ("contact", .contact), ("interview", .interview), ("closing", .closing),
        ("followUp", .followUp), ("participant", .participant), ("leaving", .leaving), ("fact", .fact),
        ("factWithdrawal", .factWithdrawal), ("moduleStart", .moduleStart), ("moduleFinish", .moduleFinish),
    ]

    /// A correction, with what can stand in the place of an event.
    static func correction(of forms: [(String, Component)]) -> Shape {
        .object([
            .needed("cause", .word([CorrectionCause.entryError, .newInformation].map(\.rawValue))), note,
            .optional(
                "replacements",
                .list(
                    .object([
                        .needed("seq", .integer(1...Int(Int32.max)), "The event, as the list of events calls it."),
                        .needed(
                            "record", .one(forms.map { .optional($0.0, .named($0.1)) }),
                            "What is right, in the form in which it would be recorded."),
                    ]), most: 100), "What happened instead."),
            .optional(
                "withdrawals", .list(.integer(1...Int(Int32.max)), most: 100),
                "What did not happen. What else no longer fits is told, and nothing is corrected."),
        ])
    }
}
