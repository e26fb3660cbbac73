import Intervention

extension Component {
    /// The form of what is done about what waits; nil for everything else.
    var workingDayShape: Shape? {
        switch self {
        case .call:
            .object([
                .needed("cameAt", .instant, "When it came, as 2026-03-01T03:15:00Z."),
                .needed("caller", .word(Component.callers), "What they are, never a name."),
                .needed("done", .word(Component.callResults)),
                .optional(
                    "episode", .code, "The site's reference of the family; left out when it was nobody of the record."),
                .optional("team", .code, "Whose telephone rang, when no family says so and one answers for several."),
                .optional("words", .text(most: 10_000), "What was said, which is sealed."),
            ])
        case .handoverTaken:
            .object([
                .needed("team", .code), .needed("on", .day),
                .needed("calls", .integer(0...100_000), "How many calls were read: others are not taken over unseen."),
            ])
        case .attempt:
            .object([
                .needed(
                    "slot", .integer(1...10_000), "For which interview, as the list of those that are owed has it."),
                .needed("outcome", .word(Component.attemptOutcomes)),
                .optional("again", .day, "The day to ring again."),
                .optional("part", .word(Component.dayParts), "The part of that day."),
            ])
        case .referralOwner:
            .object([
                .optional(
                    "owner", .code, "Who is to see to it, in post today: a code of staff. Left out to take it back.")
            ])
        case .reviewPeriod:
            .object([
                .needed("from", .day, "The first day that counts."),
                .needed("to", .day, "The last day that counts, which is over."),
                .optional(
                    "goals",
                    .list(
                        .object([
                            .needed("code", .code), .needed("goal", .text(most: 500), "One line. It names nobody."),
                            .needed("owner", .code, "Who sees to it: a code of staff."), .needed("due", .day),
                            .needed("standing", .word(["open", "met", "dropped"])),
                        ]), most: 200),
                    "What the programme sets out to do; what the last review left open is carried forward."),
            ])
        case .namedAccount: .object([.needed("account", .code, "The code of an account of the site.")])
        case .personChange: .object(Component.personFields)
        case .relative:
            .object([.needed("kinship", .term, "What they are to the child.")] + Component.personFields)
        default: nil
        }
    }

    private static let personFields: [Shape.Field] = [
        .optional(
            "particulars", .object(Component.particularNames.map { .optional($0, .nullable(.text(most: 500))) }),
            "What is right; null takes a particular away, and what is left out stays."),
        .optional(
            "addresses",
            .list(
                .object([
                    .needed("address", .text(most: 500)),
                    .needed("isSensitive", .boolean, "Whether it must never be told."),
                    .optional("from", .day), .optional("until", .day, "The first day no longer there."),
                ]), most: 50), "All addresses, in the place of those before; left out, they stay."),
    ]

    /// Who may ring, as a call says it.
    package static let callers = ["carer", "young-person", "police", "social-worker", "other"]
    /// What may be done about a call.
    package static let callResults = [
        "advice", "safety-plan", "visit", "emergency-services", "supervisor", "nothing", "other",
    ]
    /// What may come of an attempt to reach a family.
    package static let attemptOutcomes = [
        "no-answer", "engaged", "wrong-number", "interpreter-needed", "call-back", "refused",
    ]
    /// The parts of a day.
    package static let dayParts = ["morning", "afternoon", "evening"]
}
