import Accounts
import Intervention

extension Operation {
    private static let number = Parameter.path("number", .integer(1...Int(Int32.max)), "The number.")

    private static let period: [Parameter] = [
        .query("from", .day, "The first day that counts.", isRequired: true),
        .query("to", .day, "The last day that counts.", isRequired: true),
    ]

    /// How a site is set up, and what is told of its programme.
    static let ofSite: [Operation] = [
        .get(
            .listInstruments, "/sites/{site}/instruments", .showInstruments,
            "Lists the definitions of instruments that a site works with.", [site],
            answering: .json(.named(.instruments))),
        .get(
            .showConfiguration, "/sites/{site}/configuration", .showSite,
            "Shows a version of the site's file as it was applied. The ETag is the version.",
            [site, .query("version", .integer(1...Int(Int32.max)), "The one in force if left out.")],
            answering: .json(.named(.configuration)), isTagged: true),
        .get(
            .listOverrides, "/models/{model}/overrides", nil, "Lists what the sites set of a model's parameters.",
            [.path("model", .term, "The id of the model.")], answering: .json(.named(.overrides))),
        .get(
            .showProgrammeReview, "/sites/{site}/programme-review", .report,
            "Looks back on a period of the site's programme; nothing is kept.", [site] + period,
            answering: .json(.anything), isJudged: true),
        .get(
            .showFrozenReview, "/sites/{site}/programme-reviews/{number}", .report,
            "Shows a programme review as it was frozen.", [site, number], answering: .json(.anything)),
        .get(
            .listSiteOutliers, "/sites/{site}/outliers", .showOutliers,
            "Lists the figures by which the site stands out, with what was made of each.", [site],
            answering: .json(.named(.outliers))),
        .get(
            .listSiteEditions, "/sites/{site}/editions", .readEdition, "Lists the editions as a site reads them.",
            [site],
            answering: .json(.named(.editions))),
        .get(
            .listEditionChanges, "/sites/{site}/editions/{number}/changes", .readEdition,
            "Lists the site's own episodes that count otherwise in another edition.",
            [
                site, number,
                .query("other", .integer(1...Int(Int32.max)), "The number of the other edition.", isRequired: true),
            ], answering: .json(.named(.editionEpisodes)), isJudged: true),
        .get(
            .verifyRecord, "/sites/{site}/verification", .verify,
            "Checks the site's record: chains, heads, and that projections and facts are what the events say.", [site],
            answering: .json(.named(.verdict))),
    ]
}
