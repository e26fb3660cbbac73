import Accounts
import Intervention

extension Component {
    /// The form of what is shown of how a site is set up and overseen; nil for everything else.
    var oversightAnswerShape: Shape? {
        switch self {
        case .instruments: Component.rows("instruments", Component.instrument)
        case .configuration:
            .object([
                .needed("version", Component.count), .needed("appliedAt", .instant),
                .needed("appliedBy", .text(most: 100)), .needed("document", .text(most: 10_000_000)),
            ])
        case .overrides:
            Component.rows(
                "overrides",
                [
                    .needed("site", .code), .needed("key", .term), .needed("value", .text(most: 200)),
                    .needed("from", .day), .needed("reason", .text(most: 4_000)),
                ])
        case .outliers: Component.rows("outliers", Component.outlier)
        case .looks:
            .object([
                .needed("looks", .list(.object(Component.look), most: 1_000)),
                .needed("after", .nullable(.text(most: 40)), "What to ask for next; null when there is no more."),
            ])
        case .alerts:
            Component.rows(
                "alerts",
                [
                    .needed("day", .day), .needed("kind", .text(most: 100)), .needed("number", Component.count),
                    .needed("look", .object(Component.look)),
                ])
        case .openedRecords:
            Component.rows(
                "records",
                [
                    .needed("episode", .id), .needed("ref", .nullable(.code)), .needed("actor", .text(most: 100)),
                    .needed("openedAt", .instant), .needed("until", .instant),
                    .needed("reason", .nullable(.text(most: 100_000))),
                    .needed("reviewedBy", .nullable(.text(most: 100))),
                ])
        case .retention: Component.retentionShape
        case .accounts: Component.rows("accounts", Component.accountFields)
        case .account:
            .object(
                Component.accountFields + [
                    .needed("sessions", .list(.object(Component.session), most: 10_000)),
                    .needed("tokens", .list(.object(Component.token), most: 10_000)),
                ])
        case .providers:
            Component.rows(
                "providers",
                [
                    .needed("code", .code), .needed("issuer", .text(most: 1_000)), .needed("hasSecret", .boolean),
                    .needed("links", Component.count),
                ])
        case .editions: Component.rows("editions", Component.edition)
        case .editionEpisodes: .object([.needed("episodes", .list(.code, most: 1_000_000))])
        case .pipeline: Component.rows("prospects", Component.prospect)
        case .verdict:
            .object([
                .needed("isSound", .boolean), .needed("events", Component.count), .needed("streams", Component.count),
                .needed("stubs", Component.count), .needed("faults", Component.count),
            ])
        default: nil
        }
    }

    private static func rows(_ name: String, _ fields: [Shape.Field]) -> Shape {
        .object([.needed(name, .list(.object(fields), most: 1_000_000))])
    }

    private static let instrument: [Shape.Field] = [
        .needed("id", .term), .needed("version", count), .needed("title", .text(most: 1_000)), .needed("items", count),
        .needed("words", .boolean, "Whether the words of its items are held."),
        .needed("loadedAt", .nullable(.instant)),
    ]

    private static let outlier: [Shape.Field] = [
        .needed("number", count), .needed("site", .code), .needed("model", .term),
        .needed("indicator", .word(Indicator.self)), .needed("from", .day), .needed("to", .day),
        .needed("numerator", count), .needed("denominator", count), .needed("networkNumerator", count),
        .needed("networkDenominator", count), .needed("signal", .text(most: 40)), .needed("knownAt", .instant),
        .needed("answerDue", .day), .needed("standing", .text(most: 40)), .needed("isUnanswered", .boolean),
        .needed(
            "steps",
            .list(
                .object([
                    .needed("step", .text(most: 100)), .needed("on", .day), .needed("by", .text(most: 100)),
                    .needed("text", .text(most: 100_000)),
                ]), most: 1_000)),
    ]

    private static let look: [Shape.Field] = [
        .needed("arrival", .text(most: 40)), .needed("at", .instant), .needed("actor", .text(most: 100)),
        .needed("way", .text(most: 100)), .needed("for", .nullable(.text(most: 100))),
        .needed("action", .text(most: 100)), .needed("relation", .text(most: 100)), .needed("target", .text(most: 100)),
        .needed("ref", .nullable(.text(most: 100))), .needed("id", .nullable(.id)),
        .needed("outcome", .word(Look.Outcome.self)), .needed("rows", .nullable(count)),
        .needed("reference", .nullable(.text(most: 100)), "The request in the log."),
    ]

    private static let retentionShape = Shape.object([
        .needed(
            "records",
            .list(
                .object([
                    .needed("child", .id), .needed("ref", .nullable(.code)), .needed("rule", .text(most: 100)),
                    .needed("keepThrough", .nullable(.day)), .needed("isDue", .boolean), .needed("isHeld", .boolean),
                    .needed("proposal", .nullable(count)),
                ]), most: 1_000_000)),
        .needed(
            "proposals",
            .list(
                .object([
                    .needed("number", count), .needed("proposedOn", .day), .needed("proposedBy", .code),
                    .needed("approvedBy", .nullable(.code)), .needed("isWithdrawn", .boolean),
                    .needed("children", count), .needed("disposed", count),
                ]), most: 100_000)),
        .needed("stubs", count, "How many streams were disposed of so far."),
        .needed("pendingKeys", count, "Persons whose keys are still to be destroyed."),
    ])

    private static let accountFields: [Shape.Field] = [
        .needed("account", .code), .needed("isDisabled", .boolean), .needed("hasPassword", .boolean),
        .needed("hasFactor", .boolean), .needed("recoveryCodes", count),
        .needed(
            "grants",
            .list(
                .object([
                    .needed("role", .word(Role.self)), .needed("team", .nullable(.id)),
                    .needed("staff", .nullable(.code)), .needed("from", .day), .needed("through", .nullable(.day)),
                    .needed("coverFor", .nullable(.code)),
                ]), most: 10_000)),
    ]

    private static let session: [Shape.Field] = [
        .needed("session", .id), .needed("stage", .text(most: 40)), .needed("begunAt", .instant),
        .needed("usedAt", .instant),
    ]

    private static let token: [Shape.Field] = [
        .needed("label", .text(most: 100)), .needed("prefix", .text(most: 40)),
        .needed("actions", .list(.word(Action.self), most: 200)), .needed("madeAt", .instant),
        .needed("expiresAt", .instant), .needed("usedAt", .nullable(.instant)),
        .needed("revokedAt", .nullable(.instant)),
    ]

    private static let edition: [Shape.Field] = [
        .needed("number", count), .needed("from", .text(most: 40)), .needed("to", .text(most: 40)),
        .needed("profile", .text(most: 100)), .needed("model", .nullable(.term)), .needed("restates", .nullable(count)),
        .needed("dataCut", .text(most: 40)), .needed("frozenAt", .instant), .needed("hash", .text(most: 100)),
        .needed("withheld", count), .needed("figures", count),
    ]

    private static let prospect: [Shape.Field] = [
        .needed("code", .code), .needed("name", .text(most: 400)), .needed("isSite", .boolean),
        .needed(
            "stages",
            .list(
                .object([
                    .needed("stage", .word(SiteStage.self)), .needed("reachedOn", .day),
                    .needed("reason", .nullable(.text(most: 4_000))), .needed("voided", .nullable(.text(most: 4_000))),
                ]), most: 1_000)),
    ]
}
