import Intervention

extension Component {
    /// The form of what is said to the summaries of weeks; nil for everything else.
    var summaryShape: Shape? {
        switch self {
        case .summaryComment:
            .object([
                .needed("part", parts, "What it is said to: a section of the summary, or all of it."),
                .needed("text", .text(most: 10_000), "The words, which are sealed."),
            ])
        case .summaryDiscussion:
            .object([
                .needed("on", .day, "The day of the supervision or consultation."),
                .needed("setting", settings, "Where it was discussed."),
            ])
        case .summaryTalk:
            .object([
                .needed(
                    "comments",
                    .list(
                        .object([
                            .needed("part", parts), .needed("by", .code), .needed("at", .instant),
                            .needed("text", .nullable(.text(most: 10_000)), "Null when it is not for the asker."),
                        ]), most: 10_000)),
                .needed(
                    "discussed",
                    .nullable(.object([.needed("on", .day), .needed("setting", settings), .needed("by", .code)])),
                    "Null while nobody marked it: then what is recorded of the week can still change."),
            ])
        default: nil
        }
    }

    private var parts: Shape {
        .word(["overarching-goals", "week-goals", "barriers", "advances", "fit", "next-goals", "whole"])
    }

    private var settings: Shape { .word(["supervision", "consultation"]) }
}
