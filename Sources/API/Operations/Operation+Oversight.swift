import Accounts
import Intervention

extension Operation {
    private static let from = Parameter.query("from", .day, "From this day on; all if left out.")
    private static let account = Parameter.path("account", .code, "The code of the account.")

    private static let looks: [Parameter] = [
        .query("account", .code, "By this account."), .query("action", .word(Action.self), "Of this action."),
        .query("outcome", .word(Look.Outcome.self), "Allowed or refused."), from,
        .query("through", .day, "Through this day."),
        .query("after", .text(most: 40), "After the arrival of this look: taken from the answer before."),
        .query("limit", .integer(1...1000), "At most so many; 100 if left out."),
    ]

    /// Who saw what, who has an account, how long records are kept, and what the network is told.
    static let ofOversight: [Operation] = [
        .get(
            .showAccessLog, "/sites/{site}/access-log", .showAccessLog,
            "Shows who looked at what, in the order of arrival. It is a look itself.",
            [
                site, .query("episode", .code, "At this episode."),
                .query("person", .id, "At this child or other person."),
            ]
                + looks, answering: .json(.named(.looks))),
        .get(
            .listAccessAlerts, "/sites/{site}/access-log/alerts", .showAccessLog,
            "Lists the looks that the nights found worth a look.", [site, from], answering: .json(.named(.alerts))),
        .get(
            .listOpenedRecords, "/sites/{site}/opened-records", .reviewGlass,
            "Lists what was opened in emergencies, with the reasons for whoever sees words.", [site, from],
            answering: .json(.named(.openedRecords))),
        .get(
            .showRetention, "/sites/{site}/retention", .showRetention,
            "Shows how long each record is kept, what holds it and what is proposed.", [site],
            answering: .json(.named(.retention))),
        .get(
            .listAccounts, "/sites/{site}/accounts", .showAccounts,
            "Lists the accounts that have or had a role at a site.", [site], answering: .json(.named(.accounts))),
        .get(
            .showAccount, "/sites/{site}/accounts/{account}", .showAccounts,
            "Shows an account with its grants, open sessions and tokens. What opens it is said, never shown.",
            [site, account], answering: .json(.named(.account))),
        .get(
            .listProviders, "/sites/{site}/identity-providers", .showAccounts,
            "Lists the identity providers of a site.", [site], answering: .json(.named(.providers))),
        .get(
            .showNetworkLog, "/network/access-log", .showNetworkLog,
            "Shows who looked at figures of the network, in the order of arrival.", looks,
            answering: .json(.named(.looks))),
        .get(
            .listOutliers, "/network/outliers", .reviewOutliers, "Lists the outliers of all sites.",
            answering: .json(.named(.outliers))),
        .get(
            .listLicences, "/network/licences", .listSites,
            "Lists the licences of all sites' teams as they stand today.", answering: .json(.named(.licences))),
        .get(
            .listProspects, "/network/pipeline", .managePipeline,
            "Lists the prospective sites with the stages that they reached.", answering: .json(.named(.pipeline))),
        .get(
            .listEditions, "/network/editions", .showEdition, "Lists the editions that the asker may read.",
            answering: .json(.named(.editions))),
        .get(
            .showEdition, "/network/editions/{number}", .showEdition, "Shows an edition as it was frozen.",
            [edition], answering: .json(.anything)),
        .get(
            .verifyEdition, "/network/editions/{number}/verification", .freezeEdition,
            "Checks that an edition is as it was frozen, and that the facts still give its counts.", [edition],
            answering: .json(.named(.editionCheck)), isJudged: true),
        .get(
            .compareEditions, "/network/editions/{number}/difference", .freezeEdition,
            "Says what differs in another edition, and whether the data or the rule is another.",
            [
                edition,
                .query("other", .integer(1...Int(Int32.max)), "The number of the other edition.", isRequired: true),
            ], answering: .json(.named(.editionDifference)), isJudged: true),
    ]

    private static let edition = Parameter.path("number", .integer(1...Int(Int32.max)), "The number.")

    /// What is done about access, retention and figures. What needs the second factor of a moment ago is not among it.
    static let overseeing: [Operation] = [
        .post(
            .openEpisode, "/sites/{site}/episodes/{episode}/emergencies", .breakGlass,
            "Opens an episode to the asker in an emergency, for some hours. What is told is until when.",
            [site, episode],
            taking: .glass, match: .none, answering: .done),
        .post(
            .shutEpisode, "/sites/{site}/episodes/{episode}/emergency-ends", .breakGlass,
            "Shuts an episode that the asker opened in an emergency.", [site, episode], taking: .nothing, match: .none,
            answering: .done),
        .post(
            .reviewOpened, "/sites/{site}/episodes/{episode}/emergency-reviews", .reviewGlass,
            "Notes that the asker looked into what an account opened.", [site, episode], taking: .glassReview,
            match: .none, answering: .done),
        .post(
            .holdRecord, "/sites/{site}/children/{child}/holds", .holdRecord,
            "Holds a child's record: nothing of it is disposed of.", [site, child], taking: .hold, match: .none,
            answering: .done),
        .post(
            .releaseRecord, "/sites/{site}/children/{child}/hold-ends", .holdRecord,
            "Releases all holds of a child's record.", [site, child], taking: .nothing, match: .none, answering: .done),
        .post(
            .answerOutlier, "/sites/{site}/outliers/{number}/answers", .answerOutlier,
            "Answers for the site: what the check of its data found, and what it says of the figure.",
            [site, .path("number", .integer(1...Int(Int32.max)), "The number of the outlier.")], taking: .outlierAnswer,
            match: .none, answering: .done),
    ]
}
