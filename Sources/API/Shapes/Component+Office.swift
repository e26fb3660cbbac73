import Intervention

extension Component {
    /// The form of what is sent about letters, files and handing over, and of what is done of the network; nil for
    /// everything else.
    var officeShape: Shape? {
        switch self {
        case .reallocationWish:
            .object([
                .needed("team", .code), .needed("from", .code, "The code of whoever has the families."),
                .optional("to", .code, "Who is to have them; left out while nobody was chosen."),
                .optional("on", .day, "From which day; today at the site if left out."),
                .optional("families", .list(.code, most: 1_000), "The references of those that are chosen."),
            ])
        case .meeting:
            .object([
                .needed("on", .day, "The day, not over yet."),
                .needed("time", .text(most: 5), "As clocks show it: 16:30."),
                .needed("place", .word(["home", "office", "school", "video", "telephone"])),
            ])
        case .file: .object([.needed("document", .text(most: 1_000_000), "The file, in YAML.")])
        case .comparison:
            .object([
                .needed("indicator", .word(Indicator.self)), .needed("model", .term),
                .needed("from", .day, "The first day that counts."), .needed("to", .day, "The last day that counts."),
            ])
        case .outlierStep:
            .object([
                .needed("step", .word(["decided", "published", "withdrawn"])),
                .optional(
                    "decision", .word(["no-action", "watch", "support", "review"]), "What follows; only with `decided`."
                ),
                .needed("text", .text(most: 4_000), "What the network says of it, in one line. No names."),
            ])
        case .editionWish: Component.editionWishShape
        case .newProspect: .object([.needed("code", .code), .needed("name", .text(most: 200), "In one line.")])
        case .reachedStage:
            .object(
                Component.stageFields + [
                    .optional("because", .text(most: 200), "Why it is not the next in turn; left out when it is.")
                ])
        case .withdrawnStage:
            .object(Component.stageFields + [.needed("because", .text(most: 200), "Why it was a mistake.")])
        default: nil
        }
    }

    private static let stageFields: [Shape.Field] = [
        .needed("stage", .word(SiteStage.self)), .needed("on", .day, "The day it was reached on."),
    ]

    private static let editionWishShape = Shape.object([
        .needed("profile", .word(["dfe", "nhs", "network"]), "By which rule figures are withheld."),
        .needed("from", .day, "The first day that counts."),
        .needed("to", .day, "The last day that counts, which is over."),
        .optional("model", .term, "Only this model."),
        .optional("restates", .integer(1...Int(Int32.max)), "The edition of the same period that it corrects."),
        .optional("note", .text(most: 200), "What is said of it, in one line that names nobody; it is printed."),
    ])
}
