import CivilDate
import DeclaredModel
import EpisodeEngine
import Intervention
import MSTCAN
import MSTFIT
import RandomHistories
import StandardMST

/// The five models of the product, three in Swift and two in text files.
enum ProductModels {
    static let ids: [ModelID] = ["mst", "mst-can", "mst-fit", "mst-e", "mst-psb"]

    private static let all: [any InterventionModel] = {
        let declared = (try? DeclaredShelf(DeclaredFile.embedded).models) ?? []
        return [StandardMST(), MSTCAN(), MSTFIT()] + declared
    }()

    static func model(_ id: ModelID) throws -> any InterventionModel {
        guard let model = all.first(where: { $0.id == id }) else { throw NoSuchModel(id: id) }
        return model
    }

    struct NoSuchModel: Error {
        let id: ModelID
    }
}

/// A random legal history of one family under settings that a site might have, the same for the same seed.
struct RandomCourse {
    let seed: UInt64
    let random: RandomHistory
    let trial: Trial<EpisodeStream>
    var chance: SplitMix64

    static let today = CivilDate(dayNumber: 20_634)

    init(_ model: any InterventionModel, seed: UInt64, steps count: Int, corrections: Bool = true) throws {
        self.seed = seed
        var chance = SplitMix64(seed: seed)
        let settings = try ModelSettings.random(of: model, using: &chance)
        random = RandomHistory(
            of: TeamID(high: 0, low: 1), under: try Rulebook(model: model, settings: settings), today: Self.today)
        trial = random.trial(
            of: ChildID(high: 0, low: 1), steps: count, corrections: corrections, using: &chance)
        self.chance = chance
    }

    var rules: Rulebook { random.rules }

    /// The history after all steps.
    var history: History<EpisodeStream> { trial.history }

    /// The events that the steps became, in order of entry.
    var entered: [Recorded<EpisodeEvent>] { trial.entered }

    /// What is owed and what is to be looked at on a day, after some facts.
    func duties(of facts: EpisodeFacts?, on day: CivilDate) -> Duties {
        guard let facts else { return Duties(obligations: [], alerts: []) }
        return Duties(
            obligations: rules.model.obligations(of: facts, with: rules.settings, through: day),
            alerts: rules.model.alerts(for: facts, with: rules.settings, on: day)
        )
    }

    /// What a night writes.
    struct Duties: Equatable {
        let obligations: [Obligation]
        let alerts: [Alert]
    }
}

extension History<EpisodeStream> {
    /// Takes in what a correction is decided as.
    mutating func correct(
        _ correction: Correction<EpisodeCommand>, under rules: Rulebook
    ) throws(Refusal) {
        let decision = try Engine.decide(correction, after: self, under: rules, today: RandomCourse.today)
        apply(Recorded(seq: head.next, occurredOn: decision.occurredOn, event: decision.event))
    }

    /// The state that events fold into that stand here, in any order of entry.
    static func folded(_ events: [Recorded<EpisodeEvent>]) -> History {
        var history = History()
        history.apply(events.sorted { $0.seq < $1.seq })
        return history
    }
}
