import Accounts
import Intervention

extension Operation {
    /// What is on record of families and teams.
    static let ofRecord: [Operation] = [
        .get(
            .showFacts, "/sites/{site}/episodes/{episode}/facts", .showEpisode,
            "Shows what the model records of an episode, with its texts for whoever sees words; who takes part; modules.",
            [site, episode], answering: .json(.named(.facts)), isTagged: true),
        .get(
            .showEvents, "/sites/{site}/episodes/{episode}/events", .showEpisode,
            "Shows the events of an episode that stand or were withdrawn: a correction names them.", [site, episode],
            answering: .json(.named(.events)), isTagged: true),
        .get(
            .previewMove, "/sites/{site}/episodes/{episode}/moves/preview", .moveEpisode,
            "Shows what a move to other versions would change, and names it for the move.",
            [
                site, episode, .query("modelVersion", .integer(1...Int(Int32.max)), "The newest if left out."),
                .query("settingsVersion", .integer(1...Int(Int32.max)), "Those in force if left out."),
                .query("because", .word(ModelMove.Reason.self), "The reason in a word.", isRequired: true),
            ], answering: .json(.named(.movePreview)), isJudged: true),
        .get(
            .showChild, "/sites/{site}/children/{child}", .showEpisode,
            "Shows what is on record of a child over all episodes: placements, provision, school, offences, death.",
            [site, child], answering: .json(.named(.child)), isTagged: true),
        .get(
            .showChildEvents, "/sites/{site}/children/{child}/events", .showEpisode,
            "Shows the events of a child that stand or were withdrawn: a correction names them.", [site, child],
            answering: .json(.named(.events)), isTagged: true),
        .get(
            .showTeam, "/sites/{site}/teams/{team}", .recordTeam,
            "Shows what is on record of a team: sessions, training, rotas, briefings, licences, stages.",
            [site, ownTeam],
            answering: .json(.named(.team)), isTagged: true),
        .get(
            .showTeamEvents, "/sites/{site}/teams/{team}/events", .recordTeam,
            "Shows the events of a team that stand or were withdrawn: a correction names them.", [site, ownTeam],
            answering: .json(.named(.events)), isTagged: true),
        .get(
            .showMeasures, "/sites/{site}/teams/{team}/measures", .showMeasures,
            "Shows what raters said of those who support a team, where there are enough of them.", [site, ownTeam],
            answering: .json(.named(.measures))),
        .ask(
            .searchPeople, "/sites/{site}/people-search", .search,
            "Finds people by a name or part of one, an NHS number or a unique pupil number.", [site], taking: .search,
            answering: .json(.named(.people))),
        .get(
            .showPerson, "/sites/{site}/people/{person}", .showPerson,
            "Shows what is kept of who somebody is. Sensitive addresses are withheld.",
            [site, .path("person", .id, "The id of the person; that of a child is the child's.")],
            answering: .json(.named(.person)), isTagged: true),
        .ask(
            .screenReferral, "/sites/{site}/screening", .screenReferral,
            "Says for which of the site's models a family is eligible, with every reason. Nothing is recorded.", [site],
            taking: .screeningQuestion, answering: .json(.named(.eligibility))),
    ]
}
