import Intervention

extension Component {
    /// The form of what is recorded of a child or a team; nil for everything else.
    var shapeOfOthers: Shape? {
        switch self {
        case .placement:
            .object([
                .needed("on", .day, "The first day."), .needed("setting", .word(PlacementSetting.self)),
                .optional("reason", .word(PlacementReason.self), "Why it began."),
            ])
        case .placementEnd:
            .object([
                .needed("on", .day, "The first day elsewhere."), .needed("placement", .id),
                .optional("reason", .word(PlacementReason.self), "Why it ended."),
            ])
        case .provision:
            .object([.needed("on", .day, "The first day."), .needed("kind", .word(ProvisionKind.self))])
        case .provisionEnd:
            .object([.needed("on", .day, "The first day without it."), .needed("provision", .id)])
        case .schoolStatus:
            .object([.needed("on", .day, "From this day on."), .needed("status", .word(SchoolStatus.self))])
        case .offence: .object([Component.on, .needed("kind", .word(OffenceKind.self))])
        case .household:
            .object([
                .needed("on", .day, "From this day on."),
                .needed("household", .nullable(.code), "The site's reference of it; null when none is known any more."),
            ])
        case .death:
            .object([
                Component.on, .optional("dayIsEstimated", .boolean, "Whether the day is the site's best guess."),
            ])
        case .childCorrection: Component.correction(of: Component.ofChild)
        default: shapeOfTeam
        }
    }

    private var shapeOfTeam: Shape? {
        switch self {
        case .teamSession:
            .object([
                Component.on, .needed("kind", .word(["supervision", "consultation", "booster"])),
                .optional("staff", .list(.code, most: 200), "Who was there; left out when nobody noted it."),
                .optional("episodes", .list(.code, most: 500), "The site's references of what was discussed."),
            ])
        case .training:
            .object([
                .needed("on", .day, "The day on which it was completed."), .needed("staff", .code),
                .needed("kind", .term, "A training of the model."),
            ])
        case .rota:
            .object([
                .needed("on", .day, "The day on which it is set."),
                .needed(
                    "spells",
                    .list(
                        .object([.needed("staff", .code), .needed("from", .day), .needed("through", .day)]), most: 1_000
                    ),
                    "Who is on call on which days. From the first day on it stands in the place of what was set before."
                ),
            ])
        case .briefing:
            .object([
                Component.on, .needed("audience", .word(BriefingAudience.self)),
                .needed("attended", .integer(1...10_000), "How many people came."),
                .optional("ref", .code, "What tells briefings of one audience and day apart."),
            ])
        case .licence:
            .object([
                .needed("on", .day, "The day on which it is granted or renewed."), .needed("from", .day),
                .needed("through", .day, "The last day."),
                .needed("isRenewal", .boolean, "Whether a licence is on record that it goes on from."),
            ])
        case .stage: .object([Component.on, .needed("stage", .word(SiteStage.self))])
        case .teamCorrection: Component.correction(of: Component.ofTeam)
        default: nil
        }
    }

    /// What of a child can stand in the place of an event, by the name of its form.
    private static let ofChild: [(String, Component)] = [
        ("placement", .placement), ("placementEnd", .placementEnd), ("provision", .provision),
        ("provisionEnd", .provisionEnd), ("schoolStatus", .schoolStatus), ("offence", .offence),
        ("household", .household), ("death", .death),
    ]

    /// What of a team can stand in the place of an event, by the name of its form.
    private static let ofTeam: [(String, Component)] = [
        ("session", .teamSession), ("training", .training), ("rota", .rota), ("briefing", .briefing),
        ("licence", .licence), ("stage", .stage),
    ]
}
