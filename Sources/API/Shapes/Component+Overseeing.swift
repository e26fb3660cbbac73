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
        default: nil
        }
    }
}
