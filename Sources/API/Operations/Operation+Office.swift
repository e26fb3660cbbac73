import Accounts
import Intervention

extension Operation {
    /// What supervisors and managers have on their desks: staff, rotas, handing families over, letters, and the files by
    /// which a site works.
    static let ofOffice: [Operation] = [
        .get(
            .showStaff, "/sites/{site}/staff", .recordTeam,
            "Shows who works in the teams that the asker looks after, with trainings and with what runs out.", [site],
            answering: .json(.named(.staffSheet))),
        .get(
            .showRota, "/sites/{site}/rota", .showSite,
            "Shows who carries the teams' telephones for eight weeks from today.", [site],
            answering: .json(.named(.rotaSheet))),
        .get(
            .listConfigurations, "/sites/{site}/configuration/versions", .showSite,
            "Lists the versions of the site's file, the latest first, each with what it changed.", [site],
            answering: .json(.named(.configurations))),
        .ask(
            .previewReallocation, "/sites/{site}/reallocation", .reallocate,
            "Shows the open families of a therapist, and what would come of giving some of them to another of the team. "
                + "Each is then given by an allocation upon its version.", [site], taking: .reallocationWish,
            answering: .json(.named(.reallocation))),
        .get(
            .showReferralLetter, "/sites/{site}/referrals/{episode}/letters/{letter}", .showReferrals,
            "Shows a letter about a referral as it would be printed. It has no address, and nothing of it is kept.",
            [site, episode, .path("letter", .word(["acknowledgement", "decision"]), "Which letter.")],
            answering: .json(.named(.letter))),
        .get(
            .showFamilyLetter, "/sites/{site}/episodes/{episode}/letters/{letter}", .showEpisode,
            "Shows a letter about a family as it would be printed. It has no address, and nothing of it is kept.",
            [site, episode, .path("letter", .word(["closing"]), "Which letter.")],
            answering: .json(.named(.letter))),
        .ask(
            .writeInvitation, "/sites/{site}/episodes/{episode}/invitation", .showEpisode,
            "Shows the letter that says when and where to meet. Nothing of it is kept.", [site, episode],
            taking: .meeting, answering: .json(.named(.letter))),
        .ask(
            .previewConfiguration, "/sites/{site}/configuration/preview", .configureSite,
            "Says what a file of the site would change, and upon which version. Nothing is changed.", [site],
            taking: .file, answering: .json(.named(.configurationPreview))),
        .ask(
            .previewInstrument, "/sites/{site}/instruments/preview", .configureInstruments,
            "Says whether the definition of an instrument would be new to the site. Nothing is changed.", [site],
            taking: .file, answering: .json(.named(.instrumentPreview))),
    ]

    /// What is changed by a file, each once.
    static let byFile: [Operation] = [
        .post(
            .applyConfiguration, "/sites/{site}/configuration", .configureSite,
            "Applies a file of the site upon the version that was seen, as the preview showed it. What is told is the "
                + "version in force.", [site], taking: .file, answering: .done),
        .post(
            .loadInstrument, "/sites/{site}/instruments", .configureInstruments,
            "Loads the definition of an instrument for the site. What is told is its version, which never changes.",
            [site],
            taking: .file, match: .none, answering: .done),
    ]
}
