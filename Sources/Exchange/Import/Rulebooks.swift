import EpisodeEngine
import EpisodeStore
import Intervention
import Practice

/// The rules that episodes are decided under, each laid out once for a whole file.
struct Rulebooks {
    private let rules: SiteRules
    private let licensing: Licensing
    private var laidOut: [ModelEnvelope: Rulebook] = [:]

    /// The rules of a site.
    /// - Parameter licensing: what is known of the licences of its teams.
    init(_ rules: SiteRules, _ licensing: Licensing = .history()) {
        self.rules = rules
        self.licensing = licensing
    }

    /// The rules that a new episode begins under.
    func beginning(_ model: ModelID) throws -> Rulebook { try rules.beginning(model).knowing(licensing) }

    /// The rules that an episode is pinned to.
    mutating func pinned(_ pin: ModelEnvelope) throws -> Rulebook {
        if let known = laidOut[pin] { return known }
        let rulebook = try rules.pinned(pin).knowing(licensing)
        laidOut[pin] = rulebook
        return rulebook
    }
}
