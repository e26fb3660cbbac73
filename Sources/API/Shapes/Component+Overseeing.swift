import Intervention

extension Component {
    /// The form of questions that must not stand in an address, and of what is done about access, retention and figures; nil
    /// for everything else.
    var overseeingShape: Shape? {
        switch self {
        case .search: .object([.needed("text", .text(most: 200), "A name or part of one, or a number.")])
        case .screeningQuestion:
            .object([
                .optional("on", .day, "The day of referral; today at the site if left out."),
                .optional("profile", Component.profileShape),
                .optional(
                    "answers", .map(.word(Answer.self)), "What was answered of the models' questions of yes and no."),
                .optional("days", .map(.day), "The days of what the models ask the day of."),
            ])
        case .glass:
            .object([
                .needed("because", .text(most: 2_000), "Why it cannot wait, in words, which are sealed."),
                .optional("hours", .integer(1...24), "For how many hours; 4 if left out."),
            ])
        case .nothing: .object([])
        case .glassReview: .object([.needed("openedBy", .code, "The account that opened it.")])
        case .hold:
            .object([.needed("because", .text(most: 2_000), "Why it must be kept, in words, which are sealed.")])
        case .outlierAnswer:
            .object([
                .needed("check", .word(["data-right", "data-corrected"])),
                .needed("text", .text(most: 4_000), "What the site says of the figure. No names."),
            ])
        case .personChange: Component.personChangeShape
        default: nil
        }
    }

    private static let personChangeShape = Shape.object([
        .needed(
            "whom",
            .one([
                .optional("child", .code), .optional("person", .id),
                .optional("family", .object([.needed("child", .code), .needed("kinship", .term)])),
            ]),
            "A child by the site's reference, somebody on record, or somebody new of a child's family, as what."),
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
    ])
}
