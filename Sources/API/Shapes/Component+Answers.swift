import Intervention

extension Component {
    /// The form of what goes out under the name.
    var answerShape: Shape {
        switch self {
        case .problem: Component.problemShape
        case .sites: .object([.needed("sites", .list(Component.siteShape, most: 10_000))])
        case .siteView: Component.siteViewShape
        case .models:
            .object([
                .needed(
                    "models",
                    .list(
                        .object([
                            .needed("id", .term), .needed("version", Component.count),
                            .needed("title", .text(most: 200)),
                        ]), most: 1_000))
            ])
        case .episodes: .object([.needed("episodes", .list(.named(.episodeLine), most: 500))])
        case .episodeLine: Component.episodeLineShape
        case .episode: Component.episodeShape
        case .duties: Component.dutiesShape
        case .jobs: .object([.needed("occurrences", .list(Component.occurrenceShape, most: 100_000))])
        case .written: .object([.needed("episode", .id, "The episode.")] + Component.writtenFields)
        case .childWritten: .object([.needed("child", .id, "The child.")] + Component.writtenFields)
        case .teamWritten: .object([.needed("team", .id, "The team.")] + Component.writtenFields)
        case .done:
            .object([
                .needed("made", .nullable(.id), "What was made, where it has an id."),
                .needed("told", .nullable(.text(most: 100)), "An instant or a number, where there is one to tell."),
            ])
        default: recordAnswerShape ?? oversightAnswerShape ?? workingDayAnswerShape ?? officeAnswerShape ?? .anything
        }
    }

    private static let writtenFields: [Shape.Field] = [
        .needed("version", .integer(1...Int(Int32.max)), "Its version now."),
        .needed("made", .nullable(.id), "What was made in it, where it has an id."),
        .needed("advice", .list(.text(most: 100), most: 100), "Codes of what is unusual; nothing is refused for it."),
    ]

    static let version = Shape.Field.needed("version", .integer(0...Int(Int32.max)), "What If-Match must say.")

    static let count = Shape.integer(0...Int(Int32.max))

    private static let problemShape = Shape.object([
        .needed("type", .text(most: 200)), .needed("title", .text(most: 200)), .needed("status", .integer(400...599)),
        .needed("detail", .text(most: 4_000)), .needed("instance", .text(most: 200)),
        .needed("code", .word(ProblemCode.self)),
        .optional("version", .text(most: 40), "What If-Match must say now."),
        .optional(
            "errors",
            .list(.object([.needed("pointer", .text(most: 500)), .needed("detail", .text(most: 4_000))]), most: 20)),
    ])

    private static let teamShape = Shape.object([
        .needed("code", .code), .needed("model", .term), .needed("startedOn", .day),
    ])

    private static let siteShape = Shape.object([
        .needed("code", .code), .needed("name", .text(most: 400)), .needed("jurisdiction", .word(Jurisdiction.self)),
        .needed("timeZone", .text(most: 100)), .needed("teams", .list(teamShape, most: 1_000)),
    ])

    private static let siteViewShape = Shape.object([
        .needed("site", siteShape), .needed("on", .day), .needed("settingsVersion", count),
        .needed(
            "models",
            .list(
                .object([
                    .needed("id", .term), .needed("version", count),
                    .needed(
                        "settings",
                        .list(
                            .object([
                                .needed("key", .text(most: 100)), .needed("value", .anything),
                                .needed("unit", .text(most: 100)), .needed("from", .nullable(.day)),
                            ]), most: 1_000)),
                ]), most: 1_000)),
    ])

    private static let episodeLineShape = Shape.object([
        .needed("id", .id), .needed("ref", .nullable(.code)), .needed("model", .term),
        .needed("team", .nullable(.code)),
        .needed("therapist", .nullable(.code)), .needed("phase", .term),
        .needed("decision", .word(ReferralDecision.self)), .needed("referredOn", .day),
        .needed("decidedOn", .nullable(.day)), .needed("startedOn", .nullable(.day)),
        .needed("closedOn", .nullable(.day)), .needed("closureReason", .nullable(.term)),
        .needed("version", .integer(1...Int(Int32.max))),
    ])

    private static let episodeShape = Shape.object([
        .needed("id", .id), .needed("ref", .nullable(.code)), .needed("version", .integer(1...Int(Int32.max))),
        .needed("child", .id), .needed("model", .term), .needed("modelVersion", count),
        .needed("settingsVersion", count), .needed("source", .nullable(.word(ReferralSource.self))),
        .needed("referredOn", .day), .needed("phase", .term), .needed("decision", .word(ReferralDecision.self)),
        .needed("decidedOn", .nullable(.day)), .needed("declineReason", .nullable(.word(DeclineReason.self))),
        .needed(
            "assignments",
            .list(
                .object([
                    .needed("from", .day), .needed("team", .nullable(.code)), .needed("therapist", .nullable(.code)),
                ]), most: 10_000)),
        .needed("startedOn", .nullable(.day)),
        .needed(
            "phases",
            .list(
                .object([.needed("phase", .term), .needed("from", .day), .needed("until", .nullable(.day))]),
                most: 10_000)),
        .needed(
            "contacts",
            .list(
                .object([
                    .needed("id", .id), .needed("on", .day), .needed("mode", .word(ContactMode.self)),
                    .needed("party", .word(ContactParty.self)), .needed("minutes", .nullable(count)),
                ]), most: 100_000)),
        .needed(
            "interviews",
            .list(
                .object([
                    .needed("id", .id), .needed("on", .day), .needed("instrument", .term),
                    .needed("result", .word(InterviewResult.self)), .needed("score", .nullable(.share)),
                    .needed("counts", .boolean),
                ]), most: 10_000), "Only for those who may see scores; empty for others."),
        .needed(
            "closing",
            .nullable(
                .object([.needed("on", .day), .needed("reason", .term), .needed("outcomes", .map(.word(Answer.self)))]))
        ),
        .needed(
            "followUps",
            .list(
                .object([
                    .needed("on", .day), .needed("month", count), .needed("status", .word(FollowUpStatus.self)),
                    .needed("outcomes", .map(.word(Answer.self))),
                ]), most: 100)),
    ])

    static let alertShape = Shape.object([
        .needed("code", .text(most: 100)), .needed("urgency", .text(most: 40)), .needed("since", .day),
        .needed("sentence", .text(most: 2_000)),
    ])

    static let obligationShape = Shape.object([
        .needed("kind", .text(most: 100)), .needed("ordinal", count),
        .needed(
            "about",
            .nullable(
                .object([
                    .needed("role", .text(most: 100)), .needed("number", .nullable(count)),
                    .needed("participant", .nullable(.id)),
                ]))),
        .needed("opensOn", .day), .needed("dueOn", .day), .needed("closesOn", .nullable(.day)),
        .needed("standing", .text(most: 40)), .needed("attempts", count),
    ])

    private static let dutiesShape = Shape.object([
        .needed("site", .code), .needed("on", .day),
        .needed(
            "teams",
            .list(
                .object([
                    .needed("team", .code), .needed("model", .term), .needed("families", count),
                    .needed("obligations", .list(obligationShape, most: 100_000)),
                    .needed("alerts", .list(alertShape, most: 100_000)),
                ]), most: 1_000)),
        .needed(
            "episodes",
            .list(
                .object([
                    .needed("id", .id), .needed("ref", .nullable(.code)), .needed("model", .term),
                    .needed("team", .nullable(.code)), .needed("therapist", .nullable(.code)),
                    .needed("obligations", .list(obligationShape, most: 100_000)),
                    .needed("alerts", .list(alertShape, most: 100_000)),
                ]), most: 1_000_000)),
    ])

    private static let occurrenceShape = Shape.object([
        .needed("job", .text(most: 100)), .needed("date", .day), .needed("state", .text(most: 40)),
        .needed("late", .boolean), .needed("unusual", .boolean), .needed("tries", count),
        .needed("changed", .nullable(count)), .needed("endedAt", .nullable(.instant)),
    ])
}
