import Intervention

extension Component {
    /// The form of what is shown of staff, rotas, letters and files, and of what the network would do; nil for everything
    /// else.
    var officeAnswerShape: Shape? {
        switch self {
        case .staffSheet:
            .object([.needed("on", .day), .needed("teams", .list(.object(Component.staffTeam), most: 1_000))])
        case .rotaSheet:
            .object([
                .needed("from", .day), .needed("through", .day),
                .needed(
                    "teams",
                    .list(
                        .object([
                            .needed("team", .code),
                            .needed("spells", .list(.object(Component.rotaSpell), most: 1_000), "Without a gap."),
                        ]), most: 1_000)),
            ])
        case .licences:
            .object([
                .needed("rows", .list(.object(Component.licenceRow), most: 100_000), "By site, then by model.")
            ])
        case .configurations:
            .object([
                .needed(
                    "versions",
                    .list(
                        .object([
                            .needed("version", Component.count), .needed("appliedAt", .instant),
                            .needed("appliedBy", .text(most: 100)),
                            .needed(
                                "changes", .list(.text(most: 4_000), most: 100_000),
                                "What it says otherwise than the one before; of the first what it set."),
                        ]), most: 1_000))
            ])
        case .reallocation: .object(Component.reallocationFields)
        case .letter:
            .object([
                .needed("site", .text(most: 400)),
                .needed("letterhead", .list(.text(most: 400), most: 100), "What stands below the site's name."),
                .needed("on", .day), .needed("ref", .code), .needed("subject", .text(most: 4_000)),
                .needed("paragraphs", .list(.text(most: 100_000), most: 100)),
            ])
        case .configurationPreview:
            .object([
                .needed("version", Component.count, "The version that it would change: what If-Match must say."),
                .needed("changesNothing", .boolean),
                .needed("newVersion", .nullable(Component.count), "Null when the file is the one in force."),
                .needed("changes", .list(.text(most: 4_000), most: 100_000), "A sentence each."),
            ])
        case .instrumentPreview:
            .object([.needed("id", .term), .needed("version", Component.count), .needed("isNew", .boolean)])
        case .outlierSweep:
            .object([
                .needed("found", .list(.object(Component.outside), most: 10_000), "Sites outside the limits."),
                .needed("within", .list(.code, most: 10_000)),
                .needed("withoutCases", .list(.code, most: 10_000), "Sites of the model without a case in the period."),
            ])
        default: nil
        }
    }

    private static let rotaSpell: [Shape.Field] = [
        .needed("from", .day), .needed("through", .day), .needed("staff", .list(.code, most: 100), "Empty for nobody."),
    ]

    private static let licenceField = Shape.Field.needed(
        "licence",
        .object([
            .needed("standing", .word(["held", "expired", "begins", "none"])),
            .needed("on", .nullable(.day), "The last day of one that is held or expired, the first of one to come."),
        ]))

    private static let licenceRow: [Shape.Field] = [
        .needed("site", .code), .needed("name", .text(most: 400)), .needed("on", .day), .needed("model", .term),
        .needed("licensed", count, "How many of the teams hold their licence."),
        .needed(
            "teams",
            .list(
                .object([
                    .needed("team", .code), licenceField, .needed("stage", .nullable(.word(SiteStage.self))),
                    .needed(
                        "step", .word(["grant", "renew", "renew-soon", "wait", "readiness-review", "none"]),
                        "What somebody must do so that the team can go on."),
                ]), most: 10_000)),
    ]

    private static let staffTeam: [Shape.Field] = [
        .needed("team", .code),
        licenceField,
        .needed(
            "posts",
            .list(
                .object([
                    .needed("staff", .code), .needed("role", .word(StaffRole.self)),
                    .needed("fte", .text(most: 10), "The share of a full-time post."), .needed("from", .day),
                    .needed("through", .nullable(.day)),
                    .needed(
                        "trainings",
                        .list(
                            .object([
                                .needed("title", .text(most: 400)), .needed("completedOn", .nullable(.day)),
                                .needed("dueOn", .nullable(.day)),
                            ]), most: 1_000), "What the post asks for."),
                ]), most: 10_000)),
        .needed(
            "terms", .list(.object([.needed("what", .text(most: 1_000)), .needed("on", .day)]), most: 10_000),
            "What runs out, the first first."),
    ]

    private static let reallocationFields: [Shape.Field] = [
        .needed("on", .day),
        .needed(
            "families",
            .list(
                .object([
                    .needed("ref", .code), .needed("name", .nullable(.text(most: 500))), version,
                    .needed("week", .nullable(count), "The week of treatment."), .needed("isChosen", .boolean),
                    .needed(
                        "obstacle",
                        .nullable(
                            .object([.needed("code", .text(most: 100)), .needed("sentence", .text(most: 4_000))])),
                        "Why it cannot go; null when it can, or nobody asked."),
                ]), most: 10_000)),
        .needed(
            "others",
            .list(
                .object([.needed("staff", .code), .needed("families", count), .needed("most", .nullable(count))]),
                most: 10_000), "Who can be given families, those with most room first."),
        .needed("advice", .list(.text(most: 4_000), most: 1_000), "What would be unusual afterwards."),
    ]

    private static let outside: [Shape.Field] = [
        .needed("site", .code), .needed("numerator", count), .needed("denominator", count),
        .needed("networkNumerator", count), .needed("networkDenominator", count), .needed("signal", .text(most: 40)),
        .needed("isNew", .boolean, "Whether it is not on the list yet."),
    ]
}
