import Accounts
import Intervention

extension Operation {
    private static let sweep: [Parameter] = [
        .query("indicator", .word(Indicator.self), "By which the sites are compared.", isRequired: true),
        .query("model", .term, "The model.", isRequired: true),
        .query("from", .day, "The first day that counts.", isRequired: true),
        .query("to", .day, "The last day that counts.", isRequired: true),
    ]

    private static let prospect = Parameter.path("prospect", .code, "The code of the prospective site.")

    /// What the network would do.
    static let networkPreviews: [Operation] = [
        .get(
            .previewOutliers, "/network/outliers/preview", .reviewOutliers,
            "Says which sites stand outside the limits of a comparison, and which of them are not on the list yet.",
            sweep,
            answering: .json(.named(.outlierSweep)), isJudged: true),
        .ask(
            .previewEdition, "/network/edition-preview", .freezeEdition,
            "Works out an edition as it would be frozen now. Nothing is kept.", [], taking: .editionWish,
            answering: .json(.anything)),
    ]

    /// What is done of the network, each once.
    static let ofNetwork: [Operation] = [
        network(
            .raiseOutliers, "/network/outliers", .reviewOutliers,
            "Puts the sites that stand outside the limits of a comparison on the list. What is told is how many are new.",
            taking: .comparison),
        network(
            .takeOutlierStep, "/network/outliers/{number}/steps", .reviewOutliers,
            "Decides about an outlier, publishes it, or takes it back. What is told is its number.",
            [.path("number", .integer(1...Int(Int32.max)), "The number of the outlier.")], taking: .outlierStep),
        network(
            .freezeEdition, "/network/editions", .freezeEdition,
            "Freezes an edition, unless figures that are withheld could be worked out. What is told is its number.",
            taking: .editionWish),
        network(
            .addProspect, "/network/pipeline", .managePipeline, "Adds a prospective site.", taking: .newProspect),
        network(
            .reachProspectStage, "/network/pipeline/{prospect}/stages", .managePipeline,
            "Records that a prospective site reached a stage.", [prospect], taking: .reachedStage),
        network(
            .voidProspectStage, "/network/pipeline/{prospect}/stage-withdrawals", .managePipeline,
            "Takes back a stage that was recorded by mistake. It stays in the history, with the reason.", [prospect],
            taking: .withdrawnStage),
    ]

    private static func network(
        _ id: OperationID, _ path: String, _ action: Action, _ summary: String, _ parameters: [Parameter] = [],
        taking body: Component
    ) -> Operation {
        .post(id, path, action, summary, parameters, taking: body, match: .none, answering: .done)
    }
}
