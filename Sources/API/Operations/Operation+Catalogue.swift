import Accounts
import Intervention

extension Operation {
    /// All operations, in the order of the document.
    package static let all: [Operation] =
        reading + exports + ofRecord + ofSite + ofOversight + ofWorkingDay + writing + treatment + ofSummaries + ofChild
        + ofTeam + overseeing + ofPeople + workingDay + ofOffice + byFile + networkPreviews + ofNetwork

    static let site = Parameter.path("site", .code, "The code of the site.")
    static let episode = Parameter.path("episode", .code, "The site's reference of the episode.")
    static let team = Parameter.query("team", .code, "Only of this team.")

    private static let period: [Parameter] = [
        .query("from", .day, "The first day that counts.", isRequired: true),
        .query("to", .day, "The last day that counts.", isRequired: true),
        .query("model", .term, "Only this model; without it all models are added up."),
        .query("indicator", .word(Indicator.self), "The indicator of a comparison or a trend."),
    ]

    private static let reading: [Operation] = [
        .get(
            .listSites, "/sites", nil, "Lists the sites that the asker knows of, with their teams.",
            answering: .json(.named(.sites))),
        .get(
            .showSite, "/sites/{site}", .showSite, "Shows a site with what its models are set to on a day.",
            [site, .query("on", .day, "The day; today at the site if none is given.")],
            answering: .json(.named(.siteView))),
        .get(
            .listModels, "/models", nil, "Lists the models of the programme, the newest version of each.",
            answering: .json(.named(.models))),
        .get(
            .showModel, "/models/{model}", nil,
            "Describes a model: phases, parameters, instruments, outcomes, duties and measures.",
            [.path("model", .term, "The id of the model.")], answering: .json(.anything)),
        .get(
            .listEpisodes, "/sites/{site}/episodes", .showEpisode,
            "Lists the episodes that the asker reaches, in an order that never changes.",
            [
                site, team, .query("therapist", .code, "Only of this therapist."),
                .query(
                    "state", .word(["open", "all"]), "Only those that are accepted and not closed; `all` if not given."),
                .query("limit", .integer(1...500), "At most so many; 100 if not given."),
                .query("cursor", .text(most: 200), "Where the page before ended: taken from its link, never made."),
            ], answering: .json(.named(.episodes)), isPaged: true, isJudged: true),
        .get(
            .showEpisode, "/sites/{site}/episodes/{episode}", .showEpisode,
            "Shows what is on record of an episode. The ETag is the version of the record.", [site, episode],
            answering: .json(.named(.episode)), isTagged: true),
        .get(
            .showDuties, "/sites/{site}/duties", .showDuties,
            "Shows what is owed on a day and what asks to be looked at.",
            [site, team, .query("on", .day, "The day; today at the site if none is given.")],
            answering: .json(.named(.duties)), isJudged: true),
        .get(
            .runSiteReport, "/sites/{site}/reports/{report}", .report,
            "Runs a report of one site: the same JSON as the command prints.",
            [site, report] + period + [team], answering: .json(.anything), isJudged: true),
        .get(
            .runNetworkReport, "/network/reports/{report}", .networkReport,
            "Runs a report of all sites, over whole months: the same JSON as the command prints.",
            [networkReport] + period, answering: .json(.anything), isJudged: true),
        .get(
            .listJobs, "/sites/{site}/jobs", .showJobs, "Lists how the nights of a site stand.",
            [
                site, .query("from", .day, "The first date; without it the last fourteen."),
                .query("through", .day, "The last date."),
            ],
            answering: .json(.named(.jobs))),
    ]

    /// The reports that the API runs, as the command calls them.
    private static let reports = [
        "comparison", "trend", "time-to-placement", "follow-up", "reach", "quality", "indicators", "referrals",
        "care-days",
    ]

    private static let report = Parameter.path(
        "report", .word(reports + ["adherence"]), "The report, as the command calls it.")
    private static let networkReport = Parameter.path(
        "report", .word(reports), "The report, as the command calls it.")

    private static let writing: [Operation] = [
        .post(
            .recordReferral, "/sites/{site}/referrals", .recordReferral, "Records a referral: an episode begins.",
            [site], taking: .referral, match: .none),
        .post(
            .recordScreening, "/sites/{site}/episodes/{episode}/screening", .recordEpisode,
            "Records what was decided of a referral.", [site, episode], taking: .screening),
        .post(
            .recordAllocation, "/sites/{site}/episodes/{episode}/allocations", .recordEpisode,
            "Records who takes the family on.", [site, episode], taking: .allocation),
        .post(
            .startTreatment, "/sites/{site}/episodes/{episode}/treatment", .recordEpisode,
            "Records the first session.", [site, episode], taking: .start),
        .post(
            .enterPhase, "/sites/{site}/episodes/{episode}/phases", .recordEpisode,
            "Records that the family enters the next phase.", [site, episode], taking: .phase),
        .post(
            .recordContact, "/sites/{site}/episodes/{episode}/contacts", .recordEpisode,
            "Records a contact that was held or attempted.", [site, episode], taking: .contact),
        .post(
            .recordInterview, "/sites/{site}/episodes/{episode}/interviews", .recordInterview,
            "Records an adherence interview that was held or attempted. Who holds interviews need not have seen the episode.",
            [site, episode], taking: .interview, match: .optional),
        .post(
            .closeEpisode, "/sites/{site}/episodes/{episode}/closing", .recordEpisode, "Closes the episode.",
            [site, episode], taking: .closing),
        .post(
            .recordFollowUp, "/sites/{site}/episodes/{episode}/follow-ups", .recordEpisode,
            "Records a follow-up that was held or attempted.", [site, episode], taking: .followUp),
    ]
}
