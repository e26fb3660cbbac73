import Accounts
import Intervention

extension Operation {
    /// What is recorded of treatment, and what was recorded wrongly.
    static let treatment: [Operation] = [
        .post(
            .planPhase, "/sites/{site}/episodes/{episode}/plans", .recordEpisode,
            "Plans the day on which a phase is entered.", [site, episode], taking: .plan),
        .post(
            .joinParticipant, "/sites/{site}/episodes/{episode}/participants", .recordEpisode,
            "Records that somebody takes part from a day on.", [site, episode], taking: .participant),
        .post(
            .leaveParticipant, "/sites/{site}/episodes/{episode}/leavings", .recordEpisode,
            "Records that somebody no longer takes part.", [site, episode], taking: .leaving),
        .post(
            .recordFact, "/sites/{site}/episodes/{episode}/facts", .recordEpisode,
            "Records a fact of the model: a goal, a fit factor, a weekly summary, a safety plan.", [site, episode],
            taking: .fact),
        .post(
            .withdrawFact, "/sites/{site}/episodes/{episode}/fact-withdrawals", .recordEpisode,
            "Records that a fact that held no longer does. A mistake is corrected instead.", [site, episode],
            taking: .factWithdrawal),
        .post(
            .startModule, "/sites/{site}/episodes/{episode}/modules", .recordEpisode,
            "Records that a treatment module begins.", [site, episode], taking: .moduleStart),
        .post(
            .finishModule, "/sites/{site}/episodes/{episode}/module-finishes", .recordEpisode,
            "Records that a treatment module ends.", [site, episode], taking: .moduleFinish),
        .post(
            .countersignModule, "/sites/{site}/episodes/{episode}/countersignatures", .countersignModule,
            "Signs, as who asks, under a module that began although a soft gate was not met.", [site, episode],
            taking: .countersignature),
        .post(
            .correctEpisode, "/sites/{site}/episodes/{episode}/corrections", .correctEpisode,
            "Corrects what is on record of an episode: all of the set, or nothing.", [site, episode],
            taking: .correction),
        .post(
            .moveEpisode, "/sites/{site}/episodes/{episode}/moves", .moveEpisode,
            "Moves an open episode to other versions of its model or settings, as the preview showed it.",
            [site, episode], taking: .move),
    ]

    static let child = Parameter.path("child", .either([.code, .id]), "The site's reference of the child, or the id.")

    /// What is recorded of a child over all episodes.
    static let ofChild: [Operation] = [
        child(.startPlacement, "placements", "Records that a spell in one place begins.", .placement),
        child(.endPlacement, "placement-ends", "Records that a spell in one place ends.", .placementEnd),
        child(.startProvision, "provisions", "Records that social care begins to provide something.", .provision),
        child(.endProvision, "provision-ends", "Records that social care ends what it provided.", .provisionEnd),
        child(.recordSchoolStatus, "school", "Records what the child does by day.", .schoolStatus),
        child(.recordOffence, "offences", "Records an offence that the child is said to have committed.", .offence),
        child(.recordHousehold, "households", "Records in which household the child lives.", .household),
        child(.recordDeath, "death", "Records that the child died. Open episodes stay open.", .death),
        .post(
            .correctChild, "/sites/{site}/children/{child}/corrections", .correctEpisode,
            "Corrects what is on record of a child: all of the set, or nothing.", [site, child],
            taking: .childCorrection, answering: .childWritten),
    ]

    private static func child(
        _ id: OperationID, _ path: String, _ summary: String, _ body: Component
    ) -> Operation {
        .post(
            id, "/sites/{site}/children/{child}/\(path)", .recordChild, summary, [site, child], taking: body,
            answering: .childWritten)
    }

    static let ownTeam = Parameter.path("team", .code, "The code of the team.")

    /// What is recorded of a team.
    static let ofTeam: [Operation] = [
        team(.recordTeamSession, "sessions", "Records a supervision, a consultation or a booster.", .teamSession),
        team(.recordTraining, "trainings", "Records a training that somebody completed.", .training),
        team(.setRota, "rotas", "Sets who is on call.", .rota),
        team(.recordBriefing, "briefings", "Records a briefing of a partner agency.", .briefing),
        team(.recordLicence, "licences", "Records that the licence is granted or renewed.", .licence),
        team(.reachStage, "stages", "Records that the programme reached a stage.", .stage),
        team(
            .correctTeam, "corrections", "Corrects what is on record of a team: all of the set, or nothing.",
            .teamCorrection),
    ]

    private static func team(
        _ id: OperationID, _ path: String, _ summary: String, _ body: Component
    ) -> Operation {
        .post(
            id, "/sites/{site}/teams/{team}/\(path)", .recordTeam, summary, [site, ownTeam], taking: body,
            answering: .teamWritten)
    }
}
