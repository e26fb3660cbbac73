import Intervention

extension Component {
    /// The form of what is shown of what waits; nil for everything else.
    var workingDayAnswerShape: Shape? {
        switch self {
        case .onCall:
            .object([
                .needed("on", .day), .needed("telephones", .list(Component.telephone, most: 1_000)),
                .needed(
                    "families", .list(.object(Component.onCallFamily), most: 100_000),
                    "Those most likely to ring first."),
                .needed("calls", .list(.object(Component.callLine), most: 100_000), "The latest first."),
                .needed("own", .list(.code, most: 1_000), "The teams for which the asker writes down calls of nobody."),
            ])
        case .handover:
            .object([
                .needed("team", .code),
                .needed("teams", .list(.code, most: 1_000), "Whose calls the asker may take over."),
                .needed("on", .day), .needed("from", .instant), .needed("until", .instant),
                .needed("telephone", Component.telephone),
                .needed("calls", .list(.object(Component.callLine), most: 100_000), "The earliest first."),
                .needed(
                    "readings",
                    .list(
                        .object([.needed("by", .code), .needed("at", .instant), .needed("calls", Component.count)]),
                        most: 10_000), "Who took them over already."),
            ])
        case .interviewsDue: Component.listed("interviews", Component.interviewDue)
        case .referrals: Component.listed("referrals", Component.waiting)
        case .referralSheet: .object(Component.referralSheetFields)
        case .closingSheet: .object(Component.closingFields)
        case .followUpsDue: Component.listed("followUps", Component.followUpDue)
        case .personWritten: .object([.needed("person", .id)])
        case .editionCheck, .editionDifference: editionAnswerShape
        default: nil
        }
    }

    private static func listed(_ name: String, _ fields: [Shape.Field]) -> Shape {
        .object([.needed("on", .day), .needed(name, .list(.object(fields), most: 100_000))])
    }

    private static let name = Shape.Field.needed(
        "name", .nullable(.text(most: 500)), "The child's, for those who may see who people are.")

    private static let contacts = Shape.list(
        .object([
            .needed("relation", .nullable(.text(most: 100)), "What they are to the child; null for the child."),
            .needed("name", .nullable(.text(most: 500))), .needed("telephone", .nullable(.text(most: 500))),
        ]), most: 1_000)

    private static let telephone = Shape.object([
        .needed("team", .code),
        .needed(
            "spells",
            .list(
                .object([.needed("staff", .code), .needed("from", .day), .needed("through", .day)]), most: 10_000),
            "Who carries it; empty when no rota says so."),
    ])

    private static let onCallFamily: [Shape.Field] = [
        .needed("id", .id), .needed("ref", .nullable(.code)), .needed("team", .nullable(.code)),
        .needed("therapist", .nullable(.code)), .needed("people", contacts, "The child first."),
        .needed(
            "plan", .nullable(.object([.needed("since", .day), .needed("text", .nullable(.text(most: 100_000)))])),
            "The safety plan in force."),
        .needed("lastCrisis", .nullable(.day)), .needed("lastCall", .nullable(.instant)),
        .needed("alerts", .list(alertShape, most: 1_000)),
    ]

    private static let callLine: [Shape.Field] = [
        .needed("id", .id), .needed("team", .nullable(.code)), .needed("episode", .nullable(.id)),
        .needed("ref", .nullable(.code)), .needed("caller", .word(callers)), .needed("done", .word(callResults)),
        .needed("cameAt", .instant), .needed("words", .nullable(.text(most: 100_000))), .needed("takenBy", .code),
    ]

    private static let interviewDue: [Shape.Field] = [
        .needed("id", .id), .needed("ref", .code), version, .needed("team", .nullable(.code)),
        .needed("therapist", .nullable(.code), "Who must not hold it."), .needed("instrument", .term),
        .needed("slot", count), .needed("dueOn", .day), .needed("lastOn", .nullable(.day)),
        .needed("standing", .word(["overdue", "open", "upcoming"])), .needed("contacts", contacts),
        .needed(
            "attempts",
            .list(
                .object([
                    .needed("outcome", .word(attemptOutcomes)), .needed("again", .nullable(.day)),
                    .needed("part", .nullable(.word(dayParts))), .needed("at", .instant), .needed("by", .code),
                ]), most: 10_000), "The latest first."),
    ]

    private static let referred: [Shape.Field] = [
        name, version, .needed("model", .term), .needed("team", .nullable(.code)),
        .needed("source", .nullable(.word(ReferralSource.self))), .needed("referredOn", .day),
        .needed("profile", profileShape, "What is known of the child."),
    ]

    private static let steps = ["decision", "allocation", "beginning"]

    private static let waiting: [Shape.Field] =
        [.needed("id", .id), .needed("ref", .nullable(.code))] + referred + [
            .needed("step", .word(steps), "What it waits for."),
            .needed("owners", .list(.code, most: 1_000), "Who has to do it by their post, or as the therapist."),
            .needed(
                "owner", .nullable(.object(given)), "To whom it was given while nobody has the family; null for nobody."
            ),
            .needed(
                "gaps", .list(.word(["name", "birth-month", "sex", "source", "authority"]), most: 10),
                "What is not on record."),
        ]

    /// That a referral was given to somebody, or taken back.
    private static let given: [Shape.Field] = [
        .needed("staff", .nullable(.code), "Null when it was taken back."), .needed("at", .instant),
        .needed("by", .code),
    ]

    private static let referralSheetFields: [Shape.Field] =
        [.needed("ref", .code), .needed("child", .id)] + referred + [
            .needed("step", .nullable(.word(steps)), "What it waits for; null for nothing of the inbox."),
            .needed(
                "models",
                .list(
                    .object([.needed("id", .term), .needed("version", count), .needed("title", .text(most: 200))]),
                    most: 1_000), "The models of the site, as an episode would begin under them."),
            .needed(
                "caseloads",
                .list(
                    .object([
                        .needed("staff", .code), .needed("families", count), .needed("most", .nullable(count)),
                    ]), most: 10_000), "The therapists of the team, those with most room first."),
            .needed(
                "given", .list(.object(given), most: 100_000),
                "To whom it was given, and that it was taken back, the last first."),
        ]

    private static let closingFields: [Shape.Field] = [
        .needed("ref", .code), name, version, .needed("on", .day), .needed("model", .term),
        .needed("stay", .nullable(.integer(-100_000...100_000)), "Days of treatment; null before the first session."),
        .needed(
            "reasons",
            .list(
                .object([
                    .needed("reason", .term), .needed("title", .text(most: 400)),
                    .needed("advice", .list(.text(most: 4_000), most: 100), "What is unusual of it today."),
                    .needed("refusal", .nullable(.text(most: 4_000)), "What forbids it today; null when nothing does."),
                ]), most: 1_000)),
        .needed(
            "outcomes",
            .list(
                .object([
                    .needed("outcome", .term), .needed("title", .text(most: 400)),
                    .needed("evidence", .list(.text(most: 1_000), most: 100), "What is on record and bears on it."),
                ]), most: 1_000)),
        .needed("owed", .list(obligationShape, most: 10_000), "What is still wanted."),
        .needed(
            "closing",
            .nullable(
                .object([.needed("on", .day), .needed("reason", .term), .needed("outcomes", .map(.word(Answer.self)))]))
        ),
    ]

    private static let followUpDue: [Shape.Field] = [
        .needed("id", .id), .needed("ref", .code), version, name, .needed("therapist", .nullable(.code)),
        .needed("month", count), .needed("dueOn", .day), .needed("lastOn", .nullable(.day)),
        .needed("isOpen", .boolean, "Whether it can be held already."),
        .needed("attempts", count, "How often nobody was reached."),
        .needed("outcomes", .list(.term, most: 1_000), "What is asked."), .needed("contacts", contacts),
    ]

    private var editionAnswerShape: Shape {
        let number = Component.count
        guard self == .editionDifference else {
            return .object([
                .needed("number", number), .needed("isSound", .boolean, "Whether nothing speaks for a change by hand."),
                .needed("isAsFrozen", .boolean), .needed("isAsCounted", .boolean),
                .needed("recount", .word(["same", "gone", "other-rules", "differs"])),
                .needed("gone", .nullable(number), "Records that were disposed of since."),
                .needed(
                    "named", .list(.text(most: 1_000), most: 1_000_000), "The rules or the figures that are others."),
            ])
        }
        let text = Shape.text(most: 1_000)
        return .object([
            .needed("one", number), .needed("other", number),
            .needed("records", .nullable(number), "Records that count otherwise; null when the editions share no day."),
            .needed("disposed", number),
            .needed(
                "rules",
                .list(.object([.needed("rule", text), .needed("one", text), .needed("other", text)]), most: 10_000)),
            .needed(
                "figures",
                .list(
                    .object([
                        .needed("table", text), .needed("row", text), .needed("column", text),
                        .needed("one", .nullable(text)), .needed("other", .nullable(text)), .needed("cause", text),
                    ]), most: 1_000_000)),
        ])
    }
}
